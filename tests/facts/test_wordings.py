"""Wordings of many kinds of buyer: exactly these facts are found, and no others."""

from __future__ import annotations

import pytest

from checker.domain import FactValue
from tests.facts.making import found, written

Case = tuple[str, dict[str, FactValue]]
NOTICES: list[Case] = [
    (
        """Buyer | Larchester District Council
        Title | Servicing of Lifts in Sheltered Schemes
        Main procurement category | Services
        Estimated total value | £144,000 excluding VAT
        Contract start date | 1 October 2026
        Contract end date | 30 September 2029""",
        {
            "buyer": "Larchester District Council",
            "authority_type": "council",
            "kind": "services",
            "title": "Servicing of Lifts in Sheltered Schemes",
            "value_total": 144000,
            "vat_basis": "ex",
            "start": "2026-10-01",
            "term_months": 36,
        },
    ),
    (
        """Contracting authority: Wexcombe Combined Authority
        Contract dates (estimated): 6 April 2026 to 5 April 2028
        Possible extension to 5 April 2030
        Total value (estimated): £1,200,000 including VAT""",
        {
            "buyer": "Wexcombe Combined Authority",
            "authority_type": "council",
            "term_months": 24,
            "start": "2026-04-06",
            "value_total": 1200000,
            "vat_basis": "inc",
        },
    ),
    (
        """Name of buyer | University of Eastmarsh
        Contract name | Supply of Laboratory Freezers
        Tender notice published | 2 March 2026
        Submission deadline | 10 April 2026, 12pm
        Enquiry deadline | 20 March 2026""",
        {
            "buyer": "University of Eastmarsh",
            "authority_type": "university",
            "title": "Supply of Laboratory Freezers",
            "kind": "goods",
            "issued": "2026-03-02",
            "submission_deadline": "2026-04-10",
            "clarification_deadline": "2026-03-20",
        },
    ),
    (
        """Contracting authority | Department for Coastal Affairs
        Description | Research into harbour silting. CPV 73210000.
        Contract value (high) | £85,000""",
        {
            "buyer": "Department for Coastal Affairs",
            "authority_type": "central",
            "kind": "services",
            "value_total": 85000,
        },
    ),
    (
        """Buyer | Brackenmoor Homes
        Main category: Works
        Value of the contract | £3.2 million (excluding VAT)""",
        {
            "buyer": "Brackenmoor Homes",
            "authority_type": "housing",
            "kind": "works",
            "value_total": 3200000,
            "vat_basis": "ex",
        },
    ),
    (
        """Authority | Police and Crime Commissioner for Westmere
        Title | Recovery of Vehicles
        Publication date | 11/05/2026
        Closing date | 15/06/2026
        Approximate start | September 2026""",
        {
            "buyer": "Police and Crime Commissioner for Westmere",
            "authority_type": "police",
            "title": "Recovery of Vehicles",
            "issued": "2026-05-11",
            "submission_deadline": "2026-06-15",
            "start": "2026-09",
        },
    ),
    (
        """Buyer | Saltmarsh Academies Trust
        Title | Catering Equipment Purchase
        CPV codes | 39310000-8
        Estimated value | £60,000 to £75,000 inc VAT""",
        {
            "buyer": "Saltmarsh Academies Trust",
            "authority_type": "school",
            "title": "Catering Equipment Purchase",
            "kind": "goods",
            "value_total": 75000,
            "vat_basis": "inc",
        },
    ),
    (
        """Buyer | Tarnside Housing Group
        Title | Responsive Repairs
        CPV 45000000 is the main code.""",
        {
            "buyer": "Tarnside Housing Group",
            "authority_type": "housing",
            "title": "Responsive Repairs",
            "kind": "services",
        },
    ),
    (
        """Type of contract
        Services
        Value excluding VAT
        £92,500""",
        {"kind": "services", "value_total": 92500, "vat_basis": "ex"},
    ),
]
TIMETABLES: list[Case] = [
    (
        """! Stage | Date
        ITT issued on the portal | Monday 2 March 2026
        Last day for questions | 13 March 2026
        Answers to questions published | 18 March 2026
        Tenders to be returned by | 27 March 2026 at noon
        Interviews | 8 April 2026
        Bidders told of the outcome | 20 April 2026
        Standstill ends | 30 April 2026
        Contract awarded | 1 May 2026
        Service begins | 1 June 2026""",
        {
            "issued": "2026-03-02",
            "clarification_deadline": "2026-03-13",
            "answers_deadline": "2026-03-18",
            "submission_deadline": "2026-03-27",
            "award": "2026-05-01",
            "start": "2026-06-01",
        },
    ),
    (
        """! Activity | When
        Advert goes live | 04/05/2026
        Deadline for clarification questions | 15/05/2026
        Authority to respond to clarification questions by | 20/05/2026
        Deadline for bids | 29/05/2026
        Evaluation | June 2026
        Notification of award | July 2026
        Contract commencement | September 2026""",
        {
            "issued": "2026-05-04",
            "clarification_deadline": "2026-05-15",
            "answers_deadline": "2026-05-20",
            "submission_deadline": "2026-05-29",
            "award": "2026-07",
            "start": "2026-09",
        },
    ),
    ("Questions received after 3 July 2026 will not be answered.", {"clarification_deadline": "2026-07-03"}),
    ("Quotations arriving after 2pm on 9 July 2026 will be disregarded.", {"submission_deadline": "2026-07-09"}),
    ("We will answer all questions by 24 June 2026.", {"answers_deadline": "2026-06-24"}),
    ("Replies to queries will be posted no later than 5 August 2026.", {"answers_deadline": "2026-08-05"}),
    ("It is expected that the contract will start in January 2027.", {"start": "2027-01"}),
    ("The previous contract started in January 2022.", {}),
    ("Our strategy was published in March 2024 and is reviewed yearly.", {}),
    ("If you are appointed before 1 May 2026 the services will start on 1 June 2026.", {}),
    ("Works start on site four weeks after the letter of award | 6 July 2026", {"start": "2026-07-06"}),
    ("Return the completed questionnaire no later than noon on 14 May 2026.", {"submission_deadline": "2026-05-14"}),
    ("Contract award notice published | 3 June 2026", {"award": "2026-06-03"}),
    ("Assessment summaries sent to all tenderers | 22 May 2026", {"award": "2026-05-22"}),
    ("Site visits will be held on 12 March 2026.", {}),
    ("The bidders' day takes place on 4 February 2026.", {}),
    ("Mobilisation period | 1 August 2026 to 31 August 2026", {}),
    ("Accounts for the year to 31 March 2026 must be enclosed.", {}),
    (
        """# Closing date
        12 noon, Thursday 21 May 2026""",
        {"submission_deadline": "2026-05-21"},
    ),
]
TERMS: list[Case] = [
    ("The contract may be extended to a maximum of 24 months further.", {"extension_months": 24}),
    ("Term | Three years, with two optional years", {"term_months": 36, "extension_months": 24}),
    ("Term: two years and an optional third year", {"term_months": 24, "extension_months": 12}),
    ("Contract period | 12 months plus a further year", {"term_months": 12, "extension_months": 12}),
    (
        """The agreement starts on 1 July 2026.
        The agreement expires on 30 June 2028.""",
        {"start": "2026-07-01", "term_months": 24},
    ),
    (
        """! Contract | Start date | End date
        Window cleaning | 1 April 2026 | 31 March 2027""",
        {"start": "2026-04-01", "term_months": 12},
    ),
    ("The current contract ends on 31 March 2026.", {}),
    ("Reports are sent one month in arrears under the contract.", {}),
    ("The lease of the depot is for a term of 25 years.", {}),
    (
        "The appointment is for an initial eighteen months with the possibility of two further periods of six months.",
        {"term_months": 18, "extension_months": 12},
    ),
    ("We will award a four-year framework agreement.", {"term_months": 48}),
    ("The contract will run until 31 March 2029.", {}),
    ("The bond stays in place for twelve months after completion of the contract.", {}),
]
MONEY: list[Case] = [
    ("We have put aside £22,000 for each year of the contract.", {"value_annual": 22000}),
    ("The budget for the first year of the service is £400,000.", {}),
    ("Budget for year 2 | £30,000", {}),
    ("The contract is worth about £55,000 every year.", {"value_annual": 55000}),
    ("The total budget over four years is £2m, or £500,000 a year.", {"value_total": 2000000, "value_annual": 500000}),
    ("The supplier pays the sum of £500 for each late return.", {}),
    ("Phase 1 has a budget of £80,000.", {}),
    ("Suppliers with a turnover of £36 million or more publish a slavery statement.", {}),
    ("Annual turnover must have reached £750,000 in the last year.", {"min_turnover": 750000}),
    ("The University's annual turnover exceeds £90 million.", {}),
    ("The college turns over more than £12 million and employs 400 staff.", {}),
    (
        "Turnover of at least £400,000 in each of the last two years is required.",
        {"min_turnover": 400000},
    ),
    ("The Trust itself holds public liability insurance of £20 million.", {}),
    ("The Council has public liability cover of £50 million.", {}),
    ("The Council has set public liability insurance at £5 million.", {"insurance_pl": 5000000}),
    (
        "Cover needed: employers' liability £10m, public liability £5m, professional indemnity £1m.",
        {"insurance_el": 10000000, "insurance_pl": 5000000, "insurance_pi": 1000000},
    ),
    ("If the Client doubts any invoice it will say so within seven days.", {}),
    ("The Buyer pays undisputed invoices within 28 days of receipt.", {"payment_days": 28}),
    ("The Buyer shall notify the Supplier not later than 5 days before payment is due.", {}),
    ("Draft invoices are submitted within 14 days of the end of the month.", {}),
    ("Invoices are checked within 5 working days and paid within 30 days.", {"payment_days": 30}),
    ("Payment terms: 30 days from receipt of a correct invoice", {"payment_days": 30}),
    ("The supplier must pay its sub-contractors within 30 days of an invoice.", {}),
    ("Our standard is payment in 30 days net.", {"payment_days": 30}),
]
WEIGHTS: list[Case] = [
    (
        "Tenders are evaluated with price 60, quality 30 and social value 10.",
        {"price_weight": 60, "quality_weight": 30, "social_value_weight": 10},
    ),
    ("There are 70 marks for quality and 30 marks for price.", {"price_weight": 30, "quality_weight": 70}),
    ("The weights are: quality 55, cost 45.", {"price_weight": 45, "quality_weight": 55}),
    (
        """! Criterion | Weight
        Quality | 50%
        Price | 45%
        Social value | 15%""",
        {"price_weight": 45, "quality_weight": 50, "social_value_weight": 15, "weights_sum": 110},
    ),
    (
        """# Criteria
        The criteria share one hundred marks.
        ! Criterion | Marks
        Price | 30
        Experience | 20
        Approach | 35""",
        {"price_weight": 30, "weights_sum": 85},
    ),
    (
        """! Criterion | Marks
        Price | 30
        Experience | 20""",
        {},
    ),
    (
        """! Measure | Target | Points
        Calls answered | 90% | 5
        Complaints closed | 95% | 5""",
        {},
    ),
    ("Price [10% to 90%] may be changed by the buyer for each order.", {}),
]
LETTERS: list[Case] = [
    (
        """Oakhollow Parish Council
        Invitation to Quote
        IT Support for the Parish Office
        Reference OPC-26-004
        Dear Sir or Madam
        Oakhollow Parish Council invites quotations for the support of its computers.
        Please return your quotation by noon on Friday 12 June 2026.""",
        {
            "buyer": "Oakhollow Parish Council", "authority_type": "council", "title": "IT Support for the Parish Office",
            "kind": "services", "procedure": "quotation", "submission_deadline": "2026-06-12",
        },
    ),
    (
        """Northfell NHS Foundation Trust
        Request for Proposals: Ward Refurbishment at Fell View Hospital
        We intend to appoint one contractor. The budget is £640,000 including VAT.""",
        {
            "buyer": "Northfell NHS Foundation Trust", "authority_type": "nhs",
            "title": "Ward Refurbishment at Fell View Hospital", "kind": "works", "value_total": 640000,
            "vat_basis": "inc",
        },
    ),
    (
        """Invitation to Tender for Domiciliary Care for Older People
        Issued by: Midvale County Council
        Midvale County Council is seeking providers of care at home.""",
        {
            "buyer": "Midvale County Council", "authority_type": "council",
            "title": "Domiciliary Care for Older People", "kind": "light-touch",
        },
    ),
    (
        """Kestrel Valley Constabulary
        Invitation to Tender for the Supply of Body Armour Equipment
        Kestrel Valley Constabulary invites tenders.""",
        {
            "buyer": "Kestrel Valley Constabulary", "authority_type": "police",
            "title": "Supply of Body Armour Equipment", "kind": "goods",
        },
    ),
    (
        """Invitation to Tender for Employer's Agent Services, Quay Street Redevelopment
        Harbourside Homes invites tenders from consultants.""",
        {
            "buyer": "Harbourside Homes", "authority_type": "housing",
            "title": "Employer's Agent Services, Quay Street Redevelopment", "kind": "services",
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "facts"), [*NOTICES, *TIMETABLES, *TERMS, *MONEY, *WEIGHTS, *LETTERS])
def test_these_facts_and_no_others(text: str, facts: dict[str, FactValue]) -> None:
    assert found(*written(text)) == facts
