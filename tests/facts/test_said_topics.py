"""Standard numbers of a tender and of a contract that a pack gives twice: each topic speaks, and each stays silent."""

from __future__ import annotations

import pytest

from checker.facts.said_twice import NAMES, said_twice
from checker.words import spoken
from tests.facts.making import lines

SLIPS = [
    (
        "breach_hours",
        "The Supplier shall report any personal data breach within 24 hours of learning of it.",
        "Data breaches must be notified to the Trust no later than 48 hours after they are found.",
    ),
    (
        "breach_hours",
        "Within 12 hours of becoming aware of a personal data breach, the Processor shall tell the Council.",
        "The Provider will notify us of a data security breach without delay and in any case within one day.",
    ),
    (
        "records_years",
        "The Contractor shall keep full and accurate records of the Services for six years after the end of the Contract.",
        "The Provider must retain records relating to the contract for seven years.",
    ),
    (
        "records_years",
        "Records will be kept for a minimum of 6 years and be open to audit.",
        "The firm shall maintain complete books and records of expenditure for twelve years.",
    ),
    ("defects_period", "Defects liability period: 12 months", "The rectification period is six months."),
    (
        "defects_period",
        "Rectification Period | 2.10 | 12 months",
        "A 24-month defects liability period runs from practical completion.",
    ),
    ("retention_percent", "Retention: 5%", "A 3% retention will be held on each payment."),
    ("retention_percent", "Rate of retention | 5 per cent", "The Employer will retain 3% of each sum certified."),
    (
        "prices_fixed",
        "Prices are fixed for the first two years.",
        "The tendered rates shall remain firm for 36 months.",
    ),
    (
        "prices_fixed",
        "All prices will be held firm for the initial 3 year term.",
        "Prices may be reviewed on the first anniversary.",
    ),
    ("prices_fixed", "No increase will be allowed in the first 12 months.", "Rates are fixed for the first two years."),
    (
        "mobilisation_time",
        "The mobilisation period is twelve weeks.",
        "The award allows an eight-week mobilisation period.",
    ),
    (
        "damages_a_week",
        "Liquidated damages | £750 per week or part of a week",
        "Liquidated and ascertained damages are £500 a week.",
    ),
    (
        "liability_cap",
        "The total liability of the Supplier shall not exceed £2 million.",
        "Liability is capped at £1,000,000 or 150% of the charges.",
    ),
    (
        "liability_cap_a_year",
        "Each party's liability in any year is limited to £1,000,000.",
        "The Supplier's aggregate liability in each contract year shall not exceed the greater of £5m and 125% of the fees.",
    ),
    (
        "pass_mark",
        "A tender which scores less than 2 for any question will be rejected.",
        "A score of 2 or less for any question leads to rejection.",
    ),
    (
        "pass_mark",
        "Bidders must score at least 3 for each quality question.",
        "Any answer which is given a score below 2 fails.",
    ),
    (
        "quality_pass_mark",
        "Bids must reach at least 60% of the available quality marks.",
        "Quality threshold: 50%",
    ),
    (
        "review_meetings",
        "Review meetings will be held quarterly.",
        "The firm attends a monthly review meeting at the depot.",
    ),
    ("invoices_sent", "The Contractor shall invoice monthly in arrears.", "Invoices shall be sent every three months."),
    (
        "hygiene_rating",
        "A food hygiene rating of 5 must be held at all times.",
        "The Caterer shall maintain a food hygiene rating of at least 4.",
    ),
    (
        "answers_days",
        "The Council will answer questions within three working days.",
        "Questions sent through the portal will be answered within 5 working days.",
    ),
    (
        "framework_places",
        "We expect to appoint up to six firms to the framework.",
        "The framework will be for a maximum of eight suppliers.",
    ),
    (
        "shortlisted_to_present",
        "The three highest scoring tenderers will be invited to a presentation.",
        "We may invite up to four bidders to present their offer.",
    ),
    (
        "shortlisted_to_tender",
        "The top five applicants will be invited to tender.",
        "The Council will shortlist six candidates to submit a full tender.",
    ),
    (
        "experience_years",
        "Give two contracts for work like this in the last three years.",
        "B7 | Two similar contracts, carried out within the past five years",
    ),
    ("referees_asked", "Two references will be taken up.", "D4 | Names and addresses of three referees"),
    (
        "tenders_open",
        "Tenders must stay open for 120 days from the return date.",
        "We will leave this offer open for 90 days from the return date.",
    ),
]


@pytest.mark.parametrize(("name", "one", "other"), SLIPS)
def test_two_numbers_of_one_topic_are_told(name: str, one: str, other: str) -> None:
    assert [fact.name for fact in said_twice(lines(one, "The yard is kept tidy.", other))] == [name, name]


@pytest.mark.parametrize(("name", "one", "other"), SLIPS)
def test_one_number_said_twice_is_no_slip(name: str, one: str, other: str) -> None:
    assert said_twice(lines(one, one)) == () == said_twice(lines(other, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The Supplier shall report any personal data breach within 24 hours of learning of it.",
            "The Council shall report a personal data breach to the Commissioner within 72 hours.",
        ),
        (
            "The Supplier shall report any personal data breach within 24 hours of learning of it.",
            "The Supplier shall send a full report on each personal data breach within 72 hours.",
        ),
        (
            "The Supplier shall report any personal data breach within 24 hours of learning of it.",
            "The Supplier shall report any personal data breach within one day.",
        ),
        (
            "The Contractor shall keep full records for six years.",
            "The Contractor shall keep training records for three years.",
        ),
        ("The Contractor shall keep full records for six years.", "The Council keeps records for seven years."),
        (
            "The Contractor shall keep full records for six years.",
            "The Contractor shall keep records of waste moved for two years.",
        ),
        ("Defects liability period: 12 months", "The rectification period is 52 weeks."),
        ("Defects liability period: 12 months", "The certificate is due two weeks after the defects liability period."),
        ("Defects liability period: 12 months", "Defects liability period for soft landscaping: 24 months"),
        ("Retention: 5%", "Retention falls to 2.5% after practical completion."),
        ("Retention: 5%", "Staff retention | 90%"),
        ("Retention: 5%", "Retention of tenants | 8%"),
        ("Prices are fixed for the first two years.", "Prices are held firm for 24 months."),
        ("Prices are fixed for the first two years.", "Support prices are fixed for one year."),
        ("Prices are fixed for the first two years.", "Prices may be reviewed after the second anniversary."),
        ("The mobilisation period is twelve weeks.", "We lengthened mobilisation from eight weeks to twelve weeks."),
        ("Liquidated damages are £500 a week.", "Liquidated damages for section 2 are £150 a week."),
        ("Liquidated damages are £700 a week.", "Liquidated damages are £100 a day."),
        (
            "A food hygiene rating of 5 must be held at all times.",
            "We may end the contract if the food hygiene rating falls below 4.",
        ),
        (
            "The Council will answer questions within three working days.",
            "The Contractor will answer complaints within ten working days.",
        ),
        (
            "The Council will answer questions within three working days.",
            "Questions must be sent no later than ten working days before the deadline.",
        ),
        (
            "We expect to appoint up to six firms to the framework.",
            "The framework will be for a minimum of three suppliers.",
        ),
        ("We expect to appoint up to six firms to the framework.", "Each lot of the framework is for two suppliers."),
        (
            "The three highest scoring tenderers will be invited to interview.",
            "The top five applicants will be invited to tender.",
        ),
        (
            "Give details of contracts of this kind in the last three years.",
            "Has any contract been terminated for default in the last five years?",
        ),
        (
            "Give details of contracts of this kind in the last three years.",
            "List your projects of the last five years (works) or three years (services).",
        ),
        (
            "Give details of contracts of this kind in the last three years.",
            "Has any contract ended early in the last five years, and why?",
        ),
        (
            "Responses to questions will be published within three working days.",
            "Responses to clarification questions from the Trust are to be received within two working days.",
        ),
        ("Retention: 5%", "Staff matters (training, recruitment and retention, 8%)"),
        (
            "The Supplier's total liability shall not exceed £2,000,000.",
            "Liability for damage to property is limited to £5,000,000.",
        ),
        (
            "The Supplier's total liability shall not exceed £2,000,000.",
            "The Supplier's liability in any year shall not exceed £1,000,000.",
        ),
        (
            "The Supplier's total liability shall not exceed £2,000,000.",
            "Public liability insurance is limited to £5,000,000 for any one claim.",
        ),
        (
            "The Supplier's total liability shall not exceed £2,000,000.",
            "The Council's total liability shall not exceed £1,000,000.",
        ),
        ("A score below 3 for any question fails.", "A score of 2 or less in any question leads to rejection."),
        ("A score below 3 for any question fails.", "Tenderers must score at least 3 for each question."),
        ("A score below 3 for any question fails.", "A score below 2 for question 4 fails."),
        ("A score below 3 for any question fails.", "A score below 2 for any of questions 4 and 5 fails."),
        ("A score below 3 for any question fails.", "Each answer is scored by at least two people."),
        (
            "A score of 1 or less for any question, or a total below 24 out of 40, fails.",
            "Marks are given for answers.",
        ),
        ("A score below 3 for any question fails.", "A score below 6 at any interview question fails."),
        ("Bids must reach at least 60% of the available quality marks.", "Price is 50% and quality 50%."),
        (
            "Review meetings will be held quarterly.",
            "Review meetings are monthly for the first half year and quarterly after that.",
        ),
        ("Give three contracts of the last three years.", "Show two case studies from the last five years."),
        ("Contract review meetings will be held quarterly.", "Performance review meetings are monthly."),
        ("A score below 3 for any question fails.", "A score below 4 for any safety question fails."),
        (
            "The Supplier shall report any personal data breach within 24 hours.",
            "Each sub-processor shall report any personal data breach to the Supplier within 12 hours.",
        ),
        ("Review meetings will be held quarterly.", "An annual review meeting is held."),
        ("Review meetings will be held quarterly.", "Progress meetings are held monthly."),
        ("Review meetings will be held quarterly.", "A review meeting takes place every three months."),
        ("The Contractor shall invoice monthly in arrears.", "Invoices for call-out are sent once a week, if any."),
        (
            "The Supplier shall report any personal data breach within 24 hours.",
            "Where a data breach is confirmed, the Supplier shall report its cause within 5 days.",
        ),
        ("Retention: 5%", "Retention released: 2.5% at completion"),
        ("Prices are fixed for the first two years.", "Prices will then be fixed for one year at a time."),
        ("Liquidated damages: £500 per week", "Liquidated damages for the second building: £250 per week"),
        ("Liquidated damages: £500 per week", "Liquidated damages are £900 per week after the fourth week."),
        (
            "The Council will answer questions within three working days.",
            "We will respond to enquiries from residents within 10 working days.",
        ),
        (
            "We will appoint up to six firms to the framework.",
            "We will appoint two firms to the framework for roofing.",
        ),
        ("Two references will be taken up.", "Three references for each nurse are required."),
        ("Review meetings will be held quarterly.", "Weekly review meetings will be held during the fit-out."),
        ("The Contractor shall invoice monthly in arrears.", "The Contractor shall invoice quarterly for licences."),
        (
            "Bids must reach at least 60% of the quality marks.",
            "Bids below 50% for technical capacity in the questionnaire are rejected.",
        ),
        (
            "The Supplier's total liability shall not exceed £2,000,000.",
            "The Supplier's liability under the indemnity in clause 8 shall not exceed £10,000,000.",
        ),
        ("Two references will be taken up.", "We may ask for up to three references."),
    ],
)
def test_two_things_with_a_number_each_are_no_slip(one: str, other: str) -> None:
    assert said_twice(lines(one, other)) == ()


def test_every_topic_has_words_for_the_report() -> None:
    assert [name for name in NAMES if spoken("fact", name) == name.replace("_", " ")] == []


def test_one_kind_of_a_topic_is_told_at_a_time() -> None:
    pack = lines(
        "Contract review meetings will be held quarterly.",
        "Contract review meetings are held monthly.",
        "Service review meetings will be held weekly.",
        "Service review meetings are held fortnightly.",
    )
    assert [fact.value for fact in said_twice(pack)] == ["quarterly", "monthly"]


def test_a_lot_has_numbers_of_its_own() -> None:
    lots = (
        *lines("Prices are fixed for two years.", heading="Lot 1"),
        *lines("Prices are fixed for three years.", heading="Lot 2"),
    )
    assert said_twice(lots) == ()
