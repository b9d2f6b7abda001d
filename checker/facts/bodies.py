"""Names of public bodies: how they are written, and the kind of authority they tell."""

from __future__ import annotations

import re

_WORD = r"(?:[A-Z][\w&’'.-]*|[A-Z]{2,})"
_SMALL = r"(?:of|and|for|the|in|on|upon|de|&|with)"
NAME = rf"{_WORD}(?:,?\s(?:{_SMALL}\s){{0,2}}\(?{_WORD}\)?){{0,9}}"
ROLE = (
    r"(?:Council|Authority|Trust|University|College|School|Board|Purchaser|Customer|Client|"
    r"Employer|Contracting Authority|Contracting Body|Company|Association|Commissioners?|"
    r"Department|Buyer|Agency|Group|Organisation|Academy|Parish Council|Town Council|Fund|"
    r"Ombudsman|Service|Landlord|Force|Corporation)"
)
BODY = re.compile(
    rf"\b(?:(?:{_WORD}(?<!Council)(?<!Trust)(?<!Authority)(?<!University),?\s"
    r"(?:(?:and|of|upon|on|&|with|in|the)\s){0,2}){1,6}(?:County Council|City Council|Borough Council|"
    r"District Council|Parish Council|Town Council|Community Council|Combined Authority|Council|Constabulary|"
    r"Police(?! (?:and|&|,))|Fire (?:and|&) Rescue (?:Service|Authority)|Fire Authority|NHS Foundation Trust|"
    r"NHS Trust|Integrated Care Board|Clinical Commissioning Group|Health Board|Hospitals? Trust|University|College|"
    r"Multi[\s-]Academy Trust|Academies Trust|Academy Trust|Learning Trust|Academy|School|Housing Association|"
    r"Housing Group|Housing Trust|Housing|Homes|Ombudsman|Agency|Commission|Authority|Institute|Assembly|Federation|"
    r"Foundation(?! Trust)|Museums?|Gallery|National Park Authority|Passenger Transport Executive)\b"
    rf"|(?:University|Borough|Royal Borough|London Borough|City|Department|Ministry|Office|Bank|"
    rf"Secretary of State|Police and Crime Commissioner|Chief Constable|Church|Diocese|"
    rf"Corporation) (?:of|for) (?:the )?{_WORD}(?:\s(?:(?:and|of|the|for)\s){{0,2}}{_WORD}){{0,4}}|"
    rf"NHS {_WORD}(?:\s{_WORD}){{0,3}}|HM {_WORD}(?:\s(?:and\s)?{_WORD}){{0,3}}|"
    rf"London Borough of {_WORD}(?:\s(?:and\s)?{_WORD}){{0,3}}|Crown Commercial Services?)"
)
_NOT_BODY = re.compile(
    r"^(?:Contracting|Local (?:Authority|Government|Council|Public)|"
    r"Public (?:Authority|Body|Sector|Contracts?|Sector Bodies)|Central Government|Other|Any|Each|Every|Relevant|"
    r"Participating|Small|The|This|Your|Our|Their|Limited|Successful|Preferred|Managing|Care Quality|Information|"
    r"Equality|Competition|European|Charity|Health and Safety|Environment|Supplier|Contractor|Tenderer|Group of|"
    r"Economic Operator|Bidder|Service Provider|Government|Cabinet|Companies|Invitation|Section|Schedule|Appendix|"
    r"Annex|Contract|Tender|Proposals?|Terms|Part|Act|Regulations?|In|If|For|We|You|It|A|An|All|No|Copyright|Lot)\b"
    r"(?!\s(?:Agency|Commissioners? Office)$)|"
    r"(?:Care|Social|Sheltered|Supported|Affordable|Private) Housing$|Information Commissioner|"
    r"Supply Chain|Services? Limited$|^(?:Parish|Town|City|County|"
    r"Borough|District|Health|Police) (?:Council|Board)$|Employment Rights|Equality|"
    r"Companies House|Health and Safety|Care Quality|Regulations|"
    r"^(?:(?:UK|HM|H[ei][rs] Majesty['’]?s|Scottish|Welsh|Central|Local|British) )?Government$|^UK (?:Agency|"
    r"Authority)$"
)
_ROLE_ONLY = re.compile(
    rf"^(?:the\s)?{ROLE}s?$|^(?:Contractor|Supplier|Tenderer|Bidder|Provider|Consultant|Applicant|"
    rf"Potential|Service Provider|Candidate|Parties|Party|Project|Person)s?\b",
    re.I,
)
_TYPES = (
    (
        "nhs",
        r"\bNHS\b|health (?:board|trust)|integrated care|clinical commissioning|hospitals?\b|"
        r"ambulance|healthcare trust|health and social care (?:trust|board)",
    ),
    ("school", r"\bacadem(?:y|ies)\b|\bschools?\b|learning trust|multi[\s-]academy|sixth form"),
    ("university", r"\buniversit|\bcollege\b"),
    ("police", r"\bpolice|constabulary|chief constable|fire (?:and|&) rescue|fire authority|fire service"),
    ("housing", r"(?<!local government and social care )\bhousing\b(?! ombudsman)|\bhomes\b(?! england)|almshouse"),
    (
        "central",
        r"\bministry\b|\bdepartment (?:for|of)\b|secretary of state|\bHM\b|cabinet office|home office|"
        r"crown commercial|treasury|national (?:highways|archives)|environment agency|(?<!local )\bgovernment\b|"
        r"natural england|highways england|uk (?:health security|research)|crown prosecution|homes england|"
        r"hm revenue|department for|valuation office|driver and vehicle|planning inspectorate",
    ),
    (
        "other",
        r"british council|arts council|research council|medical council|nursing and midwifery council|"
        r"general \w+ council|design council|engineering council",
    ),
    (
        "council",
        r"\bcouncil\b|\bborough\b|combined authority|county of|city of london corporation|"
        r"greater london authority|\bGLA\b",
    ),
)
_OWNED = re.compile(
    r"\b(Council|Trust|Authority|University|College|School|Association|Board|Agency|Ombudsman|"
    r"England|Commission)[’']s?\b.*"
)


def clean_name(name: str) -> str | None:
    """The name of a body as such; None where it is none."""
    name = " ".join(name.split()).strip(" ,.()'’“”\"-–")
    name = re.sub(
        r"^(?:The|On behalf of|Behalf of|For|To|By|At|In|And|Of|With|From|Between|Client|Authority|"
        r"Welcome to|Invitation to Tender|About)\s(?:the\s|The\s)?",
        "",
        name,
    )
    name = re.sub(r"\s\([A-Z]{2,8}\)?$", "", name)
    name = _OWNED.sub(r"\1", name.split(" and the ")[0])
    if (
        len(name) < 4
        or len(name) > 110
        or _NOT_BODY.search(name)
        or _ROLE_ONLY.search(name)
        or re.search(r"\d{3}", name)
    ):
        return None
    return name if re.search(r"[a-z]", name) or len(name) > 5 else None


def authority_type(name: str) -> str | None:
    """The kind of authority that a buyer's name tells; None where it tells none."""
    if re.search(
        r"british council|arts council|research council|(?:medical|midwifery|dental|engineering|"
        r"design) council",
        name,
        re.I,
    ):
        return "other"
    return next((code for code, pattern in _TYPES if re.search(pattern, name, re.I)), None)
