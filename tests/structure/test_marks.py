"""Marks of one sentence: how strongly it binds, whom, when, whether denied, in whose voice.

The sentences come in the registers of councils, parishes, the NHS, universities, police, housing, construction,
social care and central government.
"""

from __future__ import annotations

import pytest

from checker.domain import Duty, Obligation, Phase, Role, Voice
from checker.structure.duty import Sides, duty_of
from checker.structure.negation import is_negated
from checker.structure.obligation import obligation_of
from checker.structure.phase import phase_of
from checker.structure.voice import voice_of
from checker.structure.words import buyer_names

OBLIGATIONS: list[tuple[str, Obligation]] = [
    ("Bidders must sign the form in ink.", "must"),
    ("The Contractor shall keep the yard clear.", "must"),
    ("Each firm is required to name a lead.", "must"),
    ("Samples are to be left at the depot.", "must"),
    ("The supplier will answer calls within an hour.", "must"),
    ("A site visit is mandatory.", "must"),
    ("ISO 9001 certificate (Pass/Fail)", "must"),
    ("Bids reach us no later than noon on 4 March.", "must"),
    ("Only bids made through the portal will be read.", "must"),
    ("Late quotes will not be considered.", "must"),
    ("Please describe your last three jobs.", "must"),
    ("Describe how you would train new carers.", "must"),
    ("The Trust requires all nurses to hold a PIN.", "must"),
    ("Bids without a signed form will be rejected.", "must"),
    ("You need to hold a waste carrier licence.", "must"),
    ("The firm has to pay the living wage.", "must"),
    ("Bidders should number their pages.", "should"),
    ("Applicants are encouraged to visit the hall.", "should"),
    ("Drivers are expected to know the area.", "should"),
    ("Experience of work in prisons is desirable.", "should"),
    ("Where possible the crew uses local yards.", "should"),
    ("The Parish would prefer a local firm.", "should"),
    ("Firms may bid for one lot or both.", "may"),
    ("The College reserves the right to stop the exercise.", "may"),
    ("The panel can ask for more detail.", "may"),
    ("Bidders may be required to give a talk.", "may"),
    ("The Force is entitled to inspect the vans.", "may"),
    ("The hall was built in 1931.", "unstated"),
    ("Work starts in May and ends in June.", "unstated"),
    ("Please note that the office shuts at five.", "unstated"),
    ("The University will send the results.", "unstated"),
    ("Guidance is given where required.", "unstated"),
    ("Should a firm withdraw, the list closes.", "unstated"),
]


@pytest.mark.parametrize(("text", "wanted"), OBLIGATIONS)
def test_obligation(text: str, wanted: Obligation) -> None:
    assert obligation_of(text, duty=duty_of(text)) == wanted


def test_an_item_takes_the_obligation_of_its_lead_in() -> None:
    assert obligation_of("a copy of the policy", "Bidders must enclose:") == "must"
    assert obligation_of("photographs may be added", "Bidders must enclose:") == "may"


DUTIES: list[tuple[str, Duty]] = [
    ("Bidders must sign the form in ink.", "bidder"),
    ("The Council will publish its answers weekly.", "authority"),
    ("You must tell us about any conflict.", "bidder"),
    ("We will pay valid invoices within 30 days.", "authority"),
    ("Tenders must be returned through the portal.", "bidder"),
    ("Tenders will be opened after noon by two officers.", "authority"),
    ("Bids will be scored out of ten.", "authority"),
    ("If the Trust asks, the provider shall attend a review.", "bidder"),
    ("Where a bidder withdraws, the Authority may ask the next.", "authority"),
    ("The Contractor's staff shall wear badges.", "bidder"),
    ("The Council's representative will meet the crew.", "authority"),
    ("The Board reserves the right to stop the exercise.", "authority"),
    ("The University requires bidders to hold cover of £2m.", "bidder"),
    ("All bidders will be told the result by letter.", "authority"),
    ("The Employer must be notified of any delay.", "bidder"),
    ("Prices must stay open for 90 days.", "bidder"),
    ("Invoices must quote an order number.", "bidder"),
    ("Late submissions will be rejected.", "bidder"),
    ("Please give two references.", "bidder"),
    ("Any cost of bidding is the responsibility of the tenderer.", "bidder"),
    ("Payment will be made within 30 days of a valid invoice.", "authority"),
    ("Each of the candidates should bring a plan.", "bidder"),
    ("Subject to clause 9, the Consultant shall insure the drawings.", "bidder"),
    ("Prior to award the Constabulary will check references.", "authority"),
    ("The Housing Association shall give access to each flat.", "authority"),
    ("The Architect may order extra work.", "authority"),
    ("Care staff must speak to residents with respect.", "bidder"),
    ("The landlord shall repair the roof.", "authority"),
    ("Repairs must be carried out within five days.", "bidder"),
    ("If you agree you should sign box two.", "bidder"),
    ("Bins must be emptied by noon.", "bidder"),
    ("This agreement shall be read as a whole.", "unstated"),
    ("Answers will be marked according to the table.", "authority"),
    ("Each of the responses must be dated.", "bidder"),
    ("Bids sent without the consent of the Council's legal department will be rejected.", "bidder"),
    ("Failure to sign will lead to exclusion.", "bidder"),
    ("I / We offer to do the work at these rates.", "bidder"),
    ("Final scores for each proposal will be rounded.", "unstated"),
    ("We will ask for your consent first.", "authority"),
    ("For the avoidance of doubt the College may use other firms.", "authority"),
    ("The hall was built in 1931.", "unstated"),
    ("The contract runs for two years.", "unstated"),
    ("The moor is four miles from the town.", "unstated"),
]


@pytest.mark.parametrize(("text", "wanted"), DUTIES)
def test_duty(text: str, wanted: Duty) -> None:
    assert duty_of(text) == wanted


def test_an_item_takes_the_duty_of_its_lead_in() -> None:
    assert duty_of("a copy of the policy", "Bidders must enclose:") == "bidder"
    assert duty_of("stop the work at once;", "The Authority may:") == "authority"


def test_an_item_that_goes_on_from_its_lead_in_takes_the_duty_from_there() -> None:
    assert duty_of("destroy the papers, should they be asked for by the Authority;", "You must:") == "bidder"
    assert duty_of("the Council shall pay for it;", "The firm agrees that:") == "authority"


def test_the_last_subject_of_a_lead_in_counts() -> None:
    lead_in = "Where the Council sends a request to the firm's office, the Supplier shall:"
    assert duty_of("answer it within two days", lead_in) == "bidder"


def test_we_is_the_bidder_in_a_form_of_tender_and_the_buyer_elsewhere() -> None:
    assert duty_of("We agree to hold this price.", sides=Sides(role="form")) == "bidder"
    assert duty_of("We agree to meet each month.", sides=Sides(role="terms")) == "authority"


def test_the_buyers_own_name_is_learnt_from_the_document() -> None:
    buyers = buyer_names(["Moorside Homes invites bids for repairs.", "Each bidder reserves the right to withdraw."])
    assert duty_of("Moorside Homes will lend the tools.", sides=Sides(buyers=buyers)) == "authority"
    assert duty_of("Moorside Homes will lend the tools.") == "unstated"


PHASES: list[tuple[str, Role, Phase]] = [
    ("Tenders must arrive before the deadline.", "instructions", "bid"),
    ("Bidders should raise questions through the portal.", "instructions", "bid"),
    ("Each answer is scored from nought to five.", "instructions", "bid"),
    ("State your turnover for the last two years.", "questionnaire", "bid"),
    ("Do you hold a waste licence?", "questionnaire", "bid"),
    ("Enter a rate for each grade of nurse.", "pricing", "bid"),
    ("We certify that this is a genuine bid.", "form", "bid"),
    ("Bids stay open for acceptance for ninety days.", "unknown", "bid"),
    ("Applicants shortlisted will be called to interview.", "unknown", "bid"),
    ("A consortium must name its lead member.", "unknown", "bid"),
    ("The closing date is 4 March.", "notice", "bid"),
    ("Evidence of cover is needed before the contract is signed, prior to award.", "instructions", "award"),
    ("On award the winning bidder signs within ten days.", "instructions", "award"),
    ("A standstill of ten days follows the award decision.", "instructions", "award"),
    ("The preferred bidder is asked for a bond before contract signature.", "instructions", "award"),
    ("Unsuccessful bidders are told why after the award decision.", "instructions", "award"),
    ("The Contractor shall sweep the yard daily.", "specification", "delivery"),
    ("The Supplier shall indemnify the Council against claims.", "terms", "delivery"),
    ("Invoices are paid within thirty days.", "terms", "delivery"),
    ("Service credits apply where a KPI is missed.", "terms", "delivery"),
    ("Carers must log each visit to a resident.", "specification", "delivery"),
    ("The firm reports monthly to the contract manager.", "unknown", "delivery"),
    ("During the term of the contract the provider trains its staff.", "instructions", "delivery"),
    ("The successful supplier shall provide the services from the depot.", "instructions", "delivery"),
    ("Either party may end this agreement on three months' notice.", "terms", "delivery"),
    ("Lifts are inspected each quarter.", "specification", "delivery"),
    ("The hall was built in 1931.", "unknown", "unstated"),
]


@pytest.mark.parametrize(("text", "role", "wanted"), PHASES)
def test_phase(text: str, role: Role, wanted: Phase) -> None:
    assert phase_of(text, role=role) == wanted


def test_headings_and_lead_in_decide_the_phase_of_a_bare_item() -> None:
    assert phase_of("public liability of £5m", headings=("How bids are evaluated",)) == "unstated"
    assert phase_of("public liability of £5m", "With its tender each bidder must show:") == "bid"
    assert phase_of("a log of visits", "During the contract period the supplier shall keep:") == "delivery"


NEGATED = [
    "A bond is not required for this work.",
    "No minimum turnover applies.",
    "Bidders need not visit the site.",
    "Firms do not have to be members of a trade body.",
    "There is no requirement for ISO 9001.",
    "The introduction will not be scored.",
    "Cyber Essentials is not a mandatory part of this bid.",
    "Small firms are not expected to hold cover before award.",
    "You do not need to hold the licence when you bid.",
    "No parent company guarantee will be sought.",
    "A CV isn't needed at this stage.",
    "Experience of public work is not essential.",
    "Accounts are no longer required.",
    "The Trust does not require bidders to use its own forms.",
    "We will not ask for a retention.",
    "Quotes may be sent without the need for a login.",
    "The lack of a track record will not prevent a firm from winning.",
    "This section is for information only.",
    "Firms with fewer than ten people are exempt from the audit.",
    "The requirement for a bond has been waived.",
    "It is not necessary to bind the papers.",
    "The Force sets no minimum number of staff.",
    "Attendance at the open day is not compulsory.",
    "Charities are not obliged to register for VAT to bid.",
    "No fee is charged for use of the portal.",
    "Nothing in this brief requires a local office.",
]
NOT_NEGATED = [
    "Late bids will not be accepted.",
    "Bidders must not contact members of the Council.",
    "Answers shall not exceed two pages.",
    "Bids must arrive no later than noon.",
    "Failure to do so will mean that the bid is not evaluated.",
    "Tenders that fail a question will not be evaluated further.",
    "The Parish is not bound to accept any of the bids.",
    "The Authority shall not be obliged to buy any number of hours.",
    "The College gives no guarantee of volume.",
    "The Contractor may not assign the work without consent.",
    "No payment is due for work without an order.",
    "Bids over ten pages will not be scored.",
    "The Board reserves the right not to award a contract.",
    "If a skip is not required, the firm takes it away.",
    "Prices shall not rise during the term.",
    "Variant bids are not permitted.",
    "Bidders must have no unspent convictions.",
    "The Trust is under no obligation to accept any tender.",
    "Sub-contracting is not allowed.",
    "No smoking is allowed on site.",
    "Bidders must have at least five years of experience.",
    "Any bid that is not signed will be rejected.",
    "Firms unable to meet the deadline should not bid.",
    "We do not accept bids by email.",
    "The supplier shall return items that are not needed.",
]


@pytest.mark.parametrize("text", NEGATED)
def test_a_denied_requirement(text: str) -> None:
    assert is_negated(text, duty=duty_of(text))


@pytest.mark.parametrize("text", NOT_NEGATED)
def test_a_ban_or_disclaimer_is_no_denied_requirement(text: str) -> None:
    assert not is_negated(text, duty=duty_of(text))


VOICES: list[tuple[str, tuple[str, ...], Voice]] = [
    ("“Site” means the hall and its grounds.", (), "definition"),
    ('"Working Day" means a day when banks open.', ("Definitions",), "definition"),
    ("“Fee” has the meaning given in Schedule 1.", (), "definition"),
    ("The term “crew” refers to the people on site.", (), "definition"),
    ("Contract Year means twelve months from the start.", ("1 Interpretation",), "definition"),
    ("KPI stands for key performance indicator.", ("Glossary",), "definition"),
    ("References to a clause shall be construed as clauses of these terms.", ("Interpretation",), "definition"),
    ("[Insert name of contract here]", (), "template"),
    ("[insert date] [delete as applicable]", (), "template"),
    ("Guidance note: choose one of the two options.", (), "template"),
    ("Note to buyer: set the weights before you publish.", (), "template"),
    ("Drafting note – check the figure with finance.", (), "template"),
    ("Delete this section if there are no lots.", (), "template"),
    ("This paragraph should be removed before issue.", (), "template"),
    ("Use this clause where personal data is handled.", (), "template"),
    ("Regulation 57 provides that firms with certain convictions are shut out.", (), "quoted-law"),
    ("Section 54 of the Modern Slavery Act 2015 requires large firms to publish a statement.", (), "quoted-law"),
    ("The Equality Act 2010 places a duty on public bodies.", (), "quoted-law"),
    ("Under the Freedom of Information Act 2000, public authorities must release what they hold.", (), "quoted-law"),
    ("The Public Contracts Regulations 2015 set out how bids are compared.", (), "quoted-law"),
    ("Article 28 of the UK GDPR requires a written contract.", (), "quoted-law"),
    ("The Bribery Act 2010 makes it an offence to offer a reward.", (), "quoted-law"),
    ("Bidders must comply with section 54 of the Modern Slavery Act 2015.", (), "plain"),
    ("The Contractor shall hold data in line with the UK GDPR.", (), "plain"),
    ("Bids must reach the clerk by [insert date] at noon on the form enclosed with this letter.", (), "plain"),
    ("The Council means to award in May.", (), "plain"),
    ("Insert your company name in the box.", (), "plain"),
    ("Section 4 of this document sets out the timetable.", (), "plain"),
    ("Suppliers excluded under regulation 57 will not be considered.", (), "plain"),
    ("The firm must show by what means it trains people.", ("Training",), "plain"),
]


@pytest.mark.parametrize(("text", "headings", "wanted"), VOICES)
def test_voice(text: str, headings: tuple[str, ...], wanted: Voice) -> None:
    assert voice_of(text, headings) == wanted
