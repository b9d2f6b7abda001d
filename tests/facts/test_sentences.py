"""Sentences and short tables of instructions, notices and terms: these facts and no others."""

from __future__ import annotations

import pytest

from checker.domain import FactValue
from tests.facts.making import found, written

CASES: list[tuple[str, dict[str, FactValue]]] = [
    ("""Summary of the opportunity
Who is buying | Greater Fenland Fire and Rescue Authority
What is being bought | Maintenance of breathing apparatus
How long for | 3 years + 2 years
How much | Up to £210,000 over the whole contract life (ex VAT)
Deadline for returns | 17:00 on Thursday 18 June 2026
Questions by | Thursday 4 June 2026
Answers by | Tuesday 9 June 2026""", {"buyer": "Greater Fenland Fire and Rescue Authority", "authority_type": "police", "term_months": 36, "extension_months": 24, "value_total": 210000, "vat_basis": "ex", "submission_deadline": "2026-06-18", "clarification_deadline": "2026-06-04", "answers_deadline": "2026-06-09"}),
    ("""Tender for Legionella Risk Assessments
Stourmead Homes Limited (“the Association”)
The Association owns 4,200 homes and had a turnover of £31m last year.
It wants a contractor for three years from 1 February 2027, extendable year by year for up to two more years.
Expected spend is £38,000 per annum net of VAT.""", {"buyer": "Stourmead Homes Limited", "authority_type": "housing", "title": "Legionella Risk Assessments", "term_months": 36, "extension_months": 24, "value_annual": 38000, "vat_basis": "ex", "start": "2027-02-01"}),
    ("Contract period: 1st April 2027 – 31st March 2030 (36 months) with the option to extend for a further 2 x 12 months", {"start": "2027-04-01", "term_months": 36, "extension_months": 24}),
    ("The maximum aggregate value of the framework over its four-year life is £8m; no volume is promised.", {"value_total": 8000000, "term_months": 48}),
    ("The contract sum is not expected to exceed £1.45m excluding VAT and fees.", {"value_total": 1450000, "vat_basis": "ex"}),
    ("Liquidated damages are £1,500 a week.", {}),
    ("The works start on 3 August 2026 and must reach practical completion by 18 December 2026.", {"start": "2026-08-03"}),
    ("The works will be carried out under a JCT Intermediate Building Contract 2016 over a period of 20 weeks.", {"term_months": 5}),
    ("Retention of 3% is held for twelve months after practical completion.", {}),
    ("Bidders must show average annual turnover of £2.5 million over the past three years.", {"min_turnover": 2500000}),
    ("A turnover below £300,000 will be a fail.", {"min_turnover": 300000}),
    ("We expect your turnover to be no less than twice the contract value.", {}),
    ("Public Liability: £10,000,000 any one claim; Employer's Liability: £10,000,000; Product Liability: £5,000,000", {"insurance_pl": 10000000, "insurance_el": 10000000}),
    ("PL insurance of £2m and EL insurance of £10m are needed from the first day.", {"insurance_pl": 2000000, "insurance_el": 10000000}),
    ("""! Insurance | Minimum cover
Employers | £10m
Public | £5m
Professional indemnity | £2m""", {"insurance_el": 10000000, "insurance_pl": 5000000, "insurance_pi": 2000000}),
    ("Payment will be made 30 days after the invoice is received.", {"payment_days": 30}),
    ("The Trust follows the Prompt Payment Code and settles 95% of invoices within 30 days.", {"payment_days": 30}),
    ("We aim to pay small firms in 10 days.", {}),
    ("Interest on late payment runs from 30 days after the invoice date.", {}),
    ("The Supplier may terminate on 30 days' notice if an invoice is unpaid.", {}),
    ("Award criteria: Price (40%), Technical quality (45%), Social value (15%)", {"price_weight": 40, "quality_weight": 45, "social_value_weight": 15}),
    ("Bids are judged 80:20 on quality and price.", {"price_weight": 20, "quality_weight": 80}),
    ("The contract goes to the lowest price that meets the specification (price 100%).", {"price_weight": 100}),
    ("""! Ref | Criterion | Weighting
1 | Commercial | 35%
2 | Technical | 55%
2.1 | Methodology | 30%
2.2 | Team | 25%
3 | Social Value | 10%""", {"price_weight": 35, "quality_weight": 55, "social_value_weight": 10}),
    ("Social value carries at least 10% of the marks under national policy.", {}),
    ("Key Performance Indicator: quality audits 95%, cost savings 5%.", {}),
    ("""ITT release: 5 January 2027
Clarifications close: 15 January 2027
Submission: 5 February 2027
Moderation: 12 February 2027
Preferred bidder notified: 19 February 2027
Contract signature: 5 March 2027
Go live: 1 April 2027""", {"issued": "2027-01-05", "clarification_deadline": "2027-01-15", "submission_deadline": "2027-02-05", "award": "2027-02-19", "start": "2027-04-01"}),
    ("The deadline for the submission of tenders is 12:00 hours on Wednesday 30th September 2026.", {"submission_deadline": "2026-09-30"}),
    ("Tenders must remain valid until 31 December 2026.", {}),
    ("Any request for clarification should reach us by 5pm on Tuesday 1 September 2026 and all responses will be shared by Friday 4 September 2026.", {"clarification_deadline": "2026-09-01", "answers_deadline": "2026-09-04"}),
    ("The Regulations came into force on 24 February 2025.", {}),
    ("This policy was approved by Cabinet on 6 May 2025.", {}),
    ("Bids may be withdrawn before 3 June 2026.", {}),
    ("Staff in post on 1 May 2026 may transfer.", {}),
    ("A bidders' briefing will be held on 8 June 2026; book a place by 5 June 2026.", {}),
    ("Contract start: Spring 2027", {}),
    ("Planned start | Q2 2027", {}),
    ("The service is to be fully operational by 1 November 2026.", {"start": "2026-11-01"}),
    ("Estimated date of contract notice: March 2027", {}),
    ("This procurement is split into four lots by area.", {"lots": 4}),
    ("The contract has not been split into lots because the sites share one team.", {"lots": 1}),
    ("Quality responses are limited to 12 sides of A4 in total.", {"page_limit": 12}),
    ("Each CV must not exceed two pages.", {}),
    ("We are using the Competitive Flexible Procedure set out in the Procurement Act 2023.", {"procedure": "competitive-flexible"}),
    ("This is a further competition under Lot 2 of framework RM6187.", {"procedure": "call-off"}),
    ("The Council may use the negotiated procedure in future.", {}),
    ("Highways resurfacing is let as a works contract. Estimated cost £4.6m (VAT extra).", {"value_total": 4600000, "vat_basis": "ex"}),
    ("Each visit costs the Council about £120.", {}),
    ("In 2025 the Council spent £64,000 on this service.", {}),
    ("We have no fixed budget, but similar jobs have cost £15,000 to £20,000.", {}),
    ("The grant from the Lottery is £250,000.", {}),
    ("Indicative contract value £35k pa", {"value_annual": 35000}),
    ("£35,000 p.a. is available for the service.", {"value_annual": 35000}),
    ("Orders above £25,000 need a purchase order.", {}),
    ("The contract will be for 5 years (60 months) and the Authority may extend it by periods of up to 12 months to a total of 84 months.", {"term_months": 60, "extension_months": 24}),
    ("An initial period of 2 years, extendable by mutual agreement for up to a further 2 years in 12 month steps.", {"term_months": 24, "extension_months": 24}),
    ("Support is provided for 12 months from acceptance of each device.", {}),
    ("Records are kept for six years after the contract ends on 31 March 2030.", {}),
    ("This is a one-off purchase and there is no option to extend.", {}),
    ("The agreement comes to an end on 30 June 2029; it begins on 1 July 2027.", {}),
    ("The Supplier shall indemnify the Customer against losses up to £5 million.", {}),
    ("Each party's total liability is limited to 125% of the charges or £250,000, whichever is higher.", {}),
    ("The Supplier shall keep its professional indemnity cover in force for six years after the Term.", {}),
    ("Either party may end this agreement by giving three months' written notice.", {}),
    ("The Supplier shall remedy any defect within 12 months of delivery.", {}),
    ("Prices are fixed for the first two years of the contract.", {}),
    ("Price review: each year the charges rise by the lower of CPI and 3%.", {}),
    ("If an invoice is disputed the undisputed part is paid within 30 days.", {"payment_days": 30}),
    ("The Customer shall pay the charges within thirty (30) calendar days of receiving a valid invoice.", {"payment_days": 30}),
    ("The Supplier shall repay any overpayment within 14 days.", {}),
    ("The Supplier will be paid monthly in arrears.", {}),
    ("A service credit of 5% applies where availability falls below 98%.", {}),
    ("The Supplier shall carry out a yearly audit costing no more than £2,000.", {}),
    ("\"Commencement Date\" means 1 April 2027.", {"start": "2027-04-01"}),
    ("\"Term\" means the period of three years beginning on the Commencement Date.", {"term_months": 36}),
    ("The Contract shall commence on 1 September 2026 and, unless ended sooner, continue until 31 August 2029.", {"start": "2026-09-01", "term_months": 36}),
    ("Invitations to tender were sent out on 14 September 2026.", {"issued": "2026-09-14"}),
    ("Date published: 14 September 2026", {"issued": "2026-09-14"}),
    ("The last date for receipt of quotes is 5pm, 25/09/26.", {"submission_deadline": "2026-09-25"}),
    ("All enquiries must be sent through the portal before 18 September 2026.", {"clarification_deadline": "2026-09-18"}),
    ("The Council will tell bidders who has won on or about 12 October 2026.", {"award": "2026-10-12"}),
    ("It is hoped to award the contract in October 2026.", {"award": "2026-10"}),
    ("Contract mobilisation: 12 October 2026", {}),
    ("Preliminary market engagement ran from 3 March 2026 to 28 March 2026.", {}),
    ("DBS checks must be dated after 1 January 2024.", {}),
    ("The pavilion was built in June 1974 and refurbished in May 2008.", {}),
    ("Deadline for requesting a site visit: 4 September 2026", {}),
    ("Contract start date no earlier than 2 November 2026", {"start": "2026-11-02"}),
    ("Tender return: Wednesday 23 September 2026", {"submission_deadline": "2026-09-23"}),
    ("Issue of PSQ | 1 September 2026", {}),
    ("Value band: £100,000 - £250,000 (contract total, net of VAT)", {"value_total": 250000, "vat_basis": "ex"}),
    ("The University has a total budget of £48,500 inclusive of VAT for this commission.", {"value_total": 48500, "vat_basis": "inc"}),
    ("Bids over £48,500 will not be considered.", {}),
    ("The daily rate must not exceed £650.", {}),
    ("Our income last year was £6.2m.", {}),
    ("Fees are capped at £20,000 plus VAT.", {"value_total": 20000, "vat_basis": "ex"}),
    ("The prize fund is £5,000.", {}),
    ("Annual contract value: approx. £90,000 (excluding VAT)", {"value_annual": 90000, "vat_basis": "ex"}),
    ("Whole life value £360,000 including extensions", {"value_total": 360000}),
    ("Contractors must carry £10m public liability cover.", {"insurance_pl": 10000000}),
    ("Evidence of employer's liability (£5m) and public liability (£5m) will be asked for at award.", {"insurance_el": 5000000, "insurance_pl": 5000000}),
    ("Cyber insurance of £2 million is required.", {}),
    ("Product and public liability insurance with a limit of indemnity of at least £5,000,000", {"insurance_pl": 5000000}),
    ("60% of the marks are for quality and 40% for cost.", {"price_weight": 40, "quality_weight": 60}),
    ("Q1 is worth 20%, Q2 15% and Q3 15%.", {}),
    ("Quality (including social value at 10%) 60%, price 40%", {}),
    ("Responses to each question are limited to two pages.", {"page_limit": 2}),
    ("Your whole submission must be no longer than twenty pages.", {"page_limit": 20}),
    ("We will set up a framework agreement with up to six suppliers.", {"procedure": "framework", "orders_under": "framework"}),
    ("The framework is divided into 3 lots.", {"lots": 3}),
    ("Parking lot 4 is closed.", {}),
    ("""# About this contract
What we are buying: Repairs to sash windows at the old courthouse
Who we are: Ambleford Town Council
Length: 6 months
Budget: £42,000 plus VAT
Closing date: 3pm on 7 August 2026""", {"buyer": "Ambleford Town Council", "authority_type": "council", "term_months": 6, "value_total": 42000, "vat_basis": "ex", "submission_deadline": "2026-08-07"}),
    ("""Invitation to tender
Contract for the Provision of Occupational Health Services
Severnmouth University Hospitals NHS Trust
Ref: SM/0091
The Authority: Severnmouth University Hospitals NHS Trust
Initial term of 3 years with options to extend for 1 + 1 years
The yearly cost is estimated at £210,000 (ex VAT).""", {"buyer": "Severnmouth University Hospitals NHS Trust", "authority_type": "nhs", "title": "Provision of Occupational Health Services", "kind": "services", "term_months": 36, "extension_months": 24, "value_annual": 210000, "vat_basis": "ex"}),
    ("""! Milestone | Planned date
Tender documents available | 7 September 2026
Site visit | 16 September 2026
Clarification deadline | 21 September 2026
Tender deadline | 5 October 2026 (noon)
Evaluation complete | 23 October 2026
Decision to award | 2 November 2026
End of standstill | 12 November 2026
Contract signed | 16 November 2026
Start on site | 4 January 2027
Completion | 30 April 2027""", {"issued": "2026-09-07", "clarification_deadline": "2026-09-21", "submission_deadline": "2026-10-05", "award": "2026-11-02", "start": "2027-01-04"}),
    ("""Dear Supplier
Fenside Academy would like a quotation for repainting the sports hall in August 2027.
Please send your price to the School Business Manager by 4pm on 21 May 2027.""", {"buyer": "Fenside Academy", "authority_type": "school", "submission_deadline": "2027-05-21"}),
    ("""1. Purpose
The Chief Constable of Dunmere Police is seeking a supplier of drone equipment.
2. Value
The total value is estimated as £390,000 for the initial three years and £130,000 for the optional fourth year.""", {"buyer": "Chief Constable of Dunmere Police", "authority_type": "police", "value_total": 390000}),
    ("Homes for Wolds Limited is a registered provider. Contract value: c. £1.1m over 4 years (2+1+1).", {"value_total": 1100000}),
    ("""Framework duration | 48 months
Number of lots | 3
Framework value | £12,000,000 ex. VAT
Suppliers per lot | Up to 8
Procedure | Open""", {"term_months": 48, "lots": 3, "value_total": 12000000, "vat_basis": "ex"}),
    ("Tenderers will hold, or undertake to obtain before the start, public liability cover of at least £5m for any one occurrence and employer's liability cover of at least £5m.", {"insurance_pl": 5000000, "insurance_el": 5000000}),
    ("There is no minimum turnover for this contract.", {}),
    ("Firms need a turnover of £200,000 or more.", {"min_turnover": 200000}),
    ("The Council normally pays within 14 days of getting a correct invoice and always within 30 days.", {"payment_days": 14}),
    ("Quality will be scored out of 60 and price out of 40.", {"price_weight": 40, "quality_weight": 60}),
    ("Scores: cost 50 points, quality 40 points, social value 10 points.", {"price_weight": 50, "quality_weight": 40, "social_value_weight": 10}),
    ("""! Award criteria | Maximum marks available
Price | 400
Service delivery | 350
Staffing | 150
Social value | 100
Total | 1,000""", {"price_weight": 40, "quality_weight": 50, "social_value_weight": 10}),
    ("""# Quality (60%)
Four method statements are asked for.
# Price (40%)
Fill in the price form.""", {"price_weight": 40, "quality_weight": 60}),
    ("Bids will be opened on 14 July 2026.", {}),
    ("Your offer must stay open for 90 days from 14 July 2026.", {}),
    ("The tender period closes at 17.00 on 14 July 2026.", {"submission_deadline": "2026-07-14"}),
    ("Last day to ask questions: 1 July 2026. We publish answers on 6 July 2026.", {"clarification_deadline": "2026-07-01", "answers_deadline": "2026-07-06"}),
    ("Contract dates: from 1/10/2026 to 30/9/2031 with no extension", {"start": "2026-10-01", "term_months": 60}),
    ("The contract lasts until the works are finished, about 14 weeks.", {"term_months": 3}),
    ("The service runs for ten years from April 2027 with a break at year five.", {"term_months": 120}),
    ("Light touch contract for adult social care day services, value £3.3m over 3 years", {"value_total": 3300000, "term_months": 36}),
    ("The maximum fee for the study is £18,500 (all costs included, VAT extra).", {"value_total": 18500, "vat_basis": "ex"}),
    ("The Association's repairs budget is £4m a year, of which this contract takes about £600,000.", {"value_annual": 600000}),
    ("Since 2019 the contract has cost between £70,000 and £80,000 a year.", {"value_annual": 80000}),
    ("The contract runs for four years, and may be extended by two.", {"term_months": 48, "extension_months": 24}),
    ("We will decide by: Friday 10 July 2026.", {"award": "2026-07-10"}),
    ("Price counts for 60 marks out of 100: the lowest total has 60.", {"price_weight": 60}),
    ("Was your turnover £500,000 or higher in each year?", {"min_turnover": 500000}),
    ("Bidders keep their offer open for seven months.", {}),
    ("Provisional sum for decayed timber | £9,000", {}),
    ("Estimated value | £50,000 excluding VAT (£60,000 including VAT)", {"value_total": 50000, "vat_basis": "both"}),
    ("A term of payment within 30 days is implied down the chain.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "facts"), CASES)
def test_these_facts_and_no_others(text: str, facts: dict[str, FactValue]) -> None:
    assert found(*written(text)) == facts
