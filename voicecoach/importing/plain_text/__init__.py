"""Plain text: plans as people write them, on sheets, in lists and in mails, perhaps in Markdown.

What is no plan in a mail is left out (`mail`). The lines are freed of their markup (`markup`), and
tables written as lines (`tables`). Each line may be a heading, a day (`days`), or an exercise
(`exercises`) with its doses, which the short form reads wherever they stand (`doses`). What holds
for several exercises is told by the line above them (`common`, `rounds`); all becomes plans
(`plans`).
"""
