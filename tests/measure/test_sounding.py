"""Names written as they were heard: spelled apart, or by their sound."""

import pytest
from test_coverage import STORY, covered, turn

from simulator.measure.sounding import alike, names, spelled
from simulator.transcribe.typed import transcript_of


def found(name: str, said: str) -> str:
    words = transcript_of(said).words
    at = alike(name, words)
    return " ".join(words[n].text for n in at or ())


@pytest.mark.parametrize(
    ("name", "said", "heard"),
    [
        ("Quantelo", "I have read what Quantilo does.", "Quantilo"),
        ("Norvane", "I think that Norvyn asks well.", "Norvyn"),
        ("MediTrack", "every dose in Maddie track too", "Maddie track"),
        ("Kubernetes", "our services to Cubanites in spring", "Cubanites"),
    ],
)
def test_a_name_is_known_by_its_sound(name: str, said: str, heard: str) -> None:
    assert found(name, said) == heard


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Redis", "she reads on the roads and rides"),
        ("Terraform", "they were there for the form"),
        ("Lindgrove", "I drove a green line"),
        ("Quantelo", "I took my cat to the vet"),
    ],
)
def test_short_names_and_chance_pieces_are_not(name: str, said: str) -> None:
    assert found(name, said) == ""


def test_letters_written_apart_are_the_name() -> None:
    words = transcript_of("The orders were kept in Postgre SQL.").words

    assert spelled("PostgreSQL", words) == (5, 6)
    assert covered("PostgreSQL", turn("We kept it in Postgre SQL.")).state == "heard"


def test_only_names_are_looked_for() -> None:
    assert names(("Kubernetes", "patient scheduling", "planned", "SQL")) == (
        "Kubernetes",
        "SQL",
    )


def test_a_spoken_name_that_only_sounds_alike_is_uncertain() -> None:
    """Said aloud it may be the name; typed it is what it is."""
    said = f"Last year I moved our services to Cubanites and nobody noticed. {STORY}"

    spoken = covered("Kubernetes", turn(said, ended_by="key"))
    typed = covered("Kubernetes", turn(said, ended_by="typed"))

    assert spoken.state == "uncertain"
    assert spoken.why == "“Cubanites” may have been “Kubernetes”."
    assert "Cubanites" in spoken.quotes[0].passage.text
    assert typed.state == "not_heard"
