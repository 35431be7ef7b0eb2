"""Nonsense of many kinds, generated: nothing in it may be taken for an answer."""

import random


def _list(text: str) -> list[str]:
    return text.split()


_SYLLABLES = _list("ba la do mi ka ru ti no sha vel gor pim ze fu")
_NOUNS = _list(
    "table river paper system sandwich window project green bottle manager weather"
    " market cloud customer engine garden number problem coffee team ladder music"
    " deadline"
)
_GLUE = _list("the of and to in that it with for on as at by from or an")
_VERBS = _list("is was like run get use made had went seems walk tried ended")
_FIXED = (
    "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor "
    "incididunt ut labore et dolore magna aliqua ut enim ad minim veniam quis "
    "nostrud",
    "Gestern bin ich mit dem Zug nach Hamburg gefahren und habe dort meine "
    "Schwester besucht, dann haben wir zusammen gekocht und viel gelacht.",
    "El año pasado trabajé en una empresa pequeña y tuve que organizar todos los "
    "pedidos porque mi jefe estaba de vacaciones.",
    "L'année dernière j'ai travaillé dans un magasin et j'ai aidé beaucoup de "
    "clients avec leurs problèmes tous les jours.",
    "W zeszłym roku pracowałem w małej firmie i musiałem zorganizować wszystkie "
    "zamówienia bo szef był na urlopie.",
    "Oh baby baby hold me tonight, oh yeah, never let me go, the stars are in your "
    "eyes, oh baby baby hold me tonight.",
    "La la la, na na na, sing it with me now, la la la, na na na, all night long.",
    "The weather was nice and that is what I like so I can get a good sandwich when "
    "the system lets me use it.",
    "Tell me about a time you solved a problem at work and what happened.",
    "Testing, testing, one two three, is this on, hello hello, can you hear me, one "
    "two.",
    "Hello. Hello? Is anybody there? Hello.",
    "Blue is the colour of the sky and seven is a number and the cat is on the mat.",
    "Thank you for watching. Please subscribe. Thank you for watching.",
)


def battery(rng: random.Random, size: int = 240) -> list[str]:
    """At least `size` pieces of nonsense, the same for the same seed."""
    makers = (_syllables, _salad, _glued, _repeated, _letters, _scrambled)
    made = list(_FIXED)
    while len(made) < size:
        made.append(makers[len(made) % len(makers)](rng))
    return made


def _syllables(rng: random.Random) -> str:
    words = ["".join(rng.choices(_SYLLABLES, k=rng.randint(1, 3))) for _ in range(40)]
    return " ".join(words)


def _salad(rng: random.Random) -> str:
    return " ".join(rng.choices(_NOUNS + _VERBS, k=rng.randint(25, 60)))


def _glued(rng: random.Random) -> str:
    return " ".join(rng.choices(_NOUNS + _VERBS + _GLUE * 3 + ["i"], k=50))


def _repeated(rng: random.Random) -> str:
    phrase = " ".join(rng.choices(_NOUNS + _GLUE, k=rng.randint(1, 5)))
    return " ".join([phrase] * rng.randint(8, 20))


def _letters(rng: random.Random) -> str:
    return " ".join(
        "".join(rng.choices("asdfghjklqwertyuiop", k=rng.randint(2, 9)))
        for _ in range(rng.randint(15, 50))
    )


def _scrambled(rng: random.Random) -> str:
    words = _list(
        "the project was late and the client had a green idea of the system that we"
        " like in the morning with a number of people on the table for it"
    )
    rng.shuffle(words)
    return " ".join(words)
