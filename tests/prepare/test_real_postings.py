"""Postings in the shapes they come in: benefits, boilerplate, lost bullets, pictures.

They were written for this project in the manner of real ones (`postings/`); no employer
in them exists.
"""

from pathlib import Path

import pytest

from simulator.prepare import Proposal, facts, job_terms, propose, read, values
from simulator.prepare.saying import said

POSTINGS = Path(__file__).parent / "postings"

MUST = {
    "manager.txt": [
        "3+ years in customer success, account management or a similar client-facing "
        "role",
        "communication and presentation skills in English",
        "experience with CRM systems (Salesforce, HubSpot or comparable)",
        "comfortable with data: you can build a pivot table and explain what it says",
        "ability to manage multiple projects and priorities at the same time",
        "empathy, patience and a good sense of humour",
        "willingness to travel up to 20 % of the time",
    ],
    "nurse.txt": [
        "Registered Nurse with current NMC registration",
        "evidence of continuing professional development",
        "experience of working in an acute hospital setting",
        "experience of caring for deteriorating patients",
        "ability to work under pressure and prioritise workload",
        "written and verbal communication skills",
    ],
    "warehouse.txt": [
        "warehouse experience",
        "physically fit",
        "a good eye for detail",
        "a valid FLT counterbalance licence and safety boots",
        "own transport",
        "timekeeping",
    ],
    "teacher.txt": [
        "high expectations of every student",
        "planning lessons that engage learners of all abilities",
        "using assessment to inform their teaching",
        "committed to working as part of a supportive department",
        "QTS and a degree in Mathematics or a related subject",
    ],
    "analyst.txt": [
        "bachelor's degree in Statistics, Economics, Computer Science",
        "2+ years of experience in a data analyst or similar role",
        "advanced SQL (CTEs, window functions)",
        "proficiency with Python or R for data analysis",
        "experience with a BI tool such as Tableau, Looker, or Power BI",
        "communication skills and the ability to explain complex findings",
    ],
    "barista.md": [
        "smiling before 8 AM",
        "knowing your way around an espresso machine (at least 1 year behind the bar)",
        "fluent Dutch and good English",
        "available on weekends",
    ],
    "council.txt": [
        "knowledge of housing law, including the Housing Act 1988",
        "experience of managing a patch of tenancies",
        "able to deal with people who are angry or distressed",
        "able to write clear letters and reports",
    ],
    "engineer.txt": [
        "shipped and run production web services for at least three years",
        "been on call before",
        "knowing what a good runbook looks like",
        "writing clearly",
    ],
    "oneline.txt": ["good with people and animals"],
}
NICE = {
    "manager.txt": ["German at B2 or above"],
    "nurse.txt": [
        "mentorship qualification or equivalent",
        "intensive care course",
    ],
    "warehouse.txt": [],
    "teacher.txt": ["the ability to offer Further Mathematics"],
    "analyst.txt": [
        "experience with dbt, Airflow or similar",
        "experience in the energy or utilities industry",
    ],
    "barista.md": ["latte art", "experience with a POS system (Lightspeed)"],
    "council.txt": [
        "experience of giving evidence in court",
        "able to use Northgate or a similar housing system",
    ],
    "engineer.txt": [
        "knowing your way around Kubernetes",
        "worked with payments before",
    ],
    "oneline.txt": [],
}
HEADS = {
    "manager.txt": ("Customer Success Manager", "Harrow & Finch Software"),
    "nurse.txt": ("Staff Nurse", "Westmere University Hospitals NHS Foundation Trust"),
    "warehouse.txt": ("Warehouse Operative", ""),
    "teacher.txt": ("Teacher of Mathematics", "Ashdown Park School"),
    "analyst.txt": ("Data Analyst II", "Brightwater Energy"),
    "barista.md": ("Barista", "Little Owl Coffee"),
    "council.txt": ("Housing Officer", ""),
    "engineer.txt": ("Backend Engineer", "Tallow"),
    "oneline.txt": ("Receptionist", ""),
}


def found_in(name: str) -> Proposal:
    return propose(read(POSTINGS / name, "posting"))


@pytest.mark.parametrize("name", MUST)
def test_what_is_needed_is_proposed_and_nothing_else(name: str) -> None:
    """No benefits, no boilerplate, no legal notices; the recruiter's own words."""
    found = found_in(name)

    assert [r.text for r in found.requirements if r.must] == MUST[name]
    assert [r.text for r in found.requirements if not r.must] == NICE[name]


@pytest.mark.parametrize("name", HEADS)
def test_title_and_company_are_read_where_the_posting_has_them(name: str) -> None:
    found = found_in(name)

    assert (found.title, found.company) == HEADS[name]


@pytest.mark.parametrize(
    ("requirement", "spoken"),
    [
        ("able to write clear letters", "writing clear letters"),
        ("ability to manage multiple projects", "managing multiple projects"),
        ("ability to work under pressure", "working under pressure"),
        ("committed to safety", "commitment to safety"),
        ("team player", "being a team player"),
        ("comfortable with data: you can build tables", "being comfortable with data"),
        ("at least 2 years of experience with payroll", "payroll"),
        ("use of machines such as chainsaws", "use of machines such as chainsaws"),
        ("process improvement", "process improvement"),
        ("physically fit", "being physically fit"),
        ("worked with payments before", "having worked with payments before"),
    ],
)
def test_a_question_asks_for_a_thing_and_not_for_an_order(
    requirement: str, spoken: str
) -> None:
    assert said(requirement) == spoken


def test_a_saved_page_gives_the_company_and_not_its_furniture() -> None:
    """No cookies, menu, footer; a value is its name, not the sentence behind it."""
    text = read(POSTINGS / "company.html", "company notes")

    said = " ".join(facts(text))
    for furniture in ("cookie", "Accept", "©", "Imprint", "Login", "LinkedIn"):
        assert furniture not in said
    assert any("ward managers stop calling us" in fact for fact in facts(text))
    found = {value.text: value.ways for value in values(text)}
    assert list(found) == ["Care first", "Plain words", "Own it", "Learn out loud"]
    assert "it" not in found["Own it"]


def test_terms_are_worth_their_place_in_the_prompt() -> None:
    """Names of the company, the requirements and the notes; words that the papers also
    write small are no names."""
    posting = read(POSTINGS / "manager.txt", "posting")
    notes = read(POSTINGS / "company.html", "company notes")
    found = propose(posting)

    terms = job_terms(
        found.requirements, (found.company, found.title), (posting, notes)
    )

    assert {"Harrow", "Finch", "CRM", "Salesforce", "HubSpot"} <= set(terms[:8])
    assert {"RotaPilot", "Mira", "Albrecht"} <= set(terms)
    everyday = {
        "Customer",
        "Success",
        "Manager",
        "Product",
        "EUR",
        "Sundays",
    }
    assert not everyday & set(terms)
