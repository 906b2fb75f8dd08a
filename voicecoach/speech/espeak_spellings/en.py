"""Words that espeak gets wrong in English."""

SPELLINGS = {
    # Verbs that are spelled like another word: “close to the wall” is right as it is.
    "bow forward": "bough forward",
    "bow your": "bough your",
    "close both": "cloze both",
    "close the": "cloze the",
    "close your": "cloze your",
    "wind down": "wined down",
    "chaturanga": "chuttarunga",
    "emom": "e mom",
    "hiit": "hit",
    "piriformis": "pirri formiss",
    "namaste": "nahmastay",
    "pilates": "pillahteez",
    "pranayama": "prahnahyahma",
    "qigong": "chee gong",
    "tibialis": "tibby aliss",
    "ujjayi": "oojai",
    "vinyasa": "vinyahssa",
    "ytwl": "Y T W L",
}
