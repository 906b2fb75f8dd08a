"""English and Latin words, spelled so that espeak says them as gyms in Italy do."""

SPELLINGS = {
    "bird dog": "berd dog",
    "burpee": "bèrpi",
    "calf raise": "caf reis",
    "curl": "cherl",
    "curl-up": "cherl ap",
    "dead bug": "ded bag",
    "deadlift": "dedlift",
    "hiit": "it",
    "jumping jack": "giàmping gièc",
    "mountain climber": "maunten clàimer",
    "pull-up": "pul ap",
    "russian twist": "rascian tuist",
    "wall sit": "uòl sit",
    "warm-up": "uorm ap",
}
