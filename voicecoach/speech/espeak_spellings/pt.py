"""English and Latin words, spelled so that espeak says them as gyms in Portugal and Brazil do."""

SPELLINGS = {
    "burpee": "bârpi",
    "burpees": "bârpis",
    "crunch": "crânch",
    "curl-up": "cârl âp",
    "hiit": "rít",
    "jumping jack": "djâmpin djék",
    "kettlebell": "quétoubél",
    "mountain climber": "máunten cláimber",
    "wall sit": "uól sit",
}
