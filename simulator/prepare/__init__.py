"""Prepare: posting, company notes and CV become requirements, values and a plan.

    read(path)                 a document's text, whatever it was written with
    propose(posting, notes)    what the job asks for, for the user to confirm
    plan(...)                  the interview in minutes, every must in it

All of it is text from outside: data that is matched and shown, never followed.
"""

from .company import facts, values
from .planning import Planned, plan
from .proposing import Proposal, edited, propose
from .reading import check_text, read
from .stories import fitting
from .terms import job_terms

__all__ = [
    "Planned",
    "Proposal",
    "check_text",
    "edited",
    "facts",
    "fitting",
    "job_terms",
    "plan",
    "propose",
    "read",
    "values",
]
