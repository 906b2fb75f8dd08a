"""Words that espeak says with a long vowel, and English ones as gyms in Sweden say them."""

SPELLINGS = {
    "bird dog": "börd dogg",
    "burpee": "börpi",
    "burpees": "börpis",
    "crunches": "kransjes",
    "dead bug": "dedd bagg",
    "goblet squat": "gobblet skvått",
    "jumping jacks": "djamping djäcks",
    "kettlebell": "qettelbell",
    "kettlebellen": "qettelbellen",
    "kettlebellpress": "qettelbellpress",
    "kettlebellsvingar": "qettelbellsvingar",
    "mountain climbers": "maunten klajmers",
    "russian twist": "raschen tvist",
    "set": "sett",
    "seten": "setten",
    "setet": "settet",
    "step-ups": "stepp-upps",
}
