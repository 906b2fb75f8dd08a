"""English and Latin words, spelled so that espeak says them as gyms in Portugal and Brazil do."""

SPELLINGS = {
    "burpee": "bârpi",
    "burpees": "bârpis",
    "crunch": "crânch",
    "curl-up": "cârl âp",
    "goblet": "góblet",
    "hiit": "rít",
    "jumping jack": "djâmpin djék",
    "kettlebell": "quétoubél",
    "mountain climber": "máunten cláimber",
    "step-up": "istép âp",
    "swing": "suíngue",
    "swings": "suíngues",
    "wall sit": "uól sit",
}
