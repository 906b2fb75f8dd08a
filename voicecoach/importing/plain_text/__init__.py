"""Plain text: plans as people write them, on sheets, in lists and in mails, perhaps in Markdown.

What is no plan in a mail is left out (`mail`). The lines are freed of their markup (`markup`), and
tables written as lines (`tables`). The outline of them (`outline`) is walked (`plans`): each line
may be a heading or a day (`titles`, `days`), an item (`items`), or running text (`blocks`, and
`sheets` where it is about one exercise). An exercise (`exercises`) has a name (`names`) and doses,
which the short form reads wherever they stand (`stretches`, `doses`, `facts`, `merging`). What
holds for several is told by the line above them (`common`, `rounds`). All goes into a draft of the
plan (`drafts`), group by group (`groups`).
"""
