//! Every provision a rule may cite, declared once with its link and whether its text was checked.

/// One provision of law, authority guidance or judgement.
#[derive(Debug, PartialEq, Eq)]
pub struct Provision {
    /// Stable id, as in the name of its constant.
    pub id: &'static str,
    /// The instrument.
    pub instrument: &'static str,
    /// The place in it.
    pub provision: &'static str,
    /// What it says, in our words.
    pub says: &'static str,
    /// Where to read it.
    pub url: &'static str,
    /// Whether the text was checked against a primary source. If not, the product says so.
    pub verified: bool,
}

macro_rules! provisions {
    ($($id:ident = $instrument:literal, $provision:literal, $verified:literal, $says:literal, $url:literal;)*) => {
        $(
            #[doc = concat!($instrument, ", ", $provision)]
            pub static $id: Provision = Provision {
                id: stringify!($id),
                instrument: $instrument,
                provision: $provision,
                says: $says,
                url: $url,
                verified: $verified,
            };
        )*

        /// Every provision, in the order of declaration.
        pub static ALL: &[&Provision] = &[$(&$id,)*];
    };
}

provisions! {
    GDPR_4_11 = "GDPR (EU) 2016/679", "Art. 4(11)", true,
        "Consent must be free, specific, informed and unambiguous, given by a statement or clear affirmative act.",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    GDPR_5_1_A = "GDPR (EU) 2016/679", "Art. 5(1)(a)", true,
        "Data must be processed lawfully, fairly and openly towards the person.",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    GDPR_5_1_D = "GDPR (EU) 2016/679", "Art. 5(1)(d)", true,
        "Data must be accurate; wrong data are erased or corrected without delay.",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    GDPR_5_1_E = "GDPR (EU) 2016/679", "Art. 5(1)(e)", true,
        "Identifiable data are kept no longer than the purpose needs.",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    GDPR_5_2 = "GDPR (EU) 2016/679", "Art. 5(2)", true,
        "The controller is responsible for the principles and must be able to show that they are met.",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    GDPR_6_1 = "GDPR (EU) 2016/679", "Art. 6(1)", true,
        "Processing needs one of six bases: consent, contract, legal duty, vital interest, public task, legitimate interest.",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    GDPR_7_1 = "GDPR (EU) 2016/679", "Art. 7(1)", true,
        "The controller must be able to show that the person consented.",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    GDPR_7_2 = "GDPR (EU) 2016/679", "Art. 7(2)", true,
        "A written request for consent must stand apart from other matters, in plain language; offending parts do not bind.",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    GDPR_7_3 = "GDPR (EU) 2016/679", "Art. 7(3)", true,
        "Consent can be withdrawn at any time, as easily as given; people are told so before; earlier use stays lawful.",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    GDPR_8 = "GDPR (EU) 2016/679", "Art. 8(1)", true,
        "Online services offered directly to a child: own consent from 16, or a national age down to 13; below, parental authorisation.",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    GDPR_9_1 = "GDPR (EU) 2016/679", "Art. 9(1)", true,
        "Processing of data revealing ethnicity, politics, belief, union, genetics, biometrics, health or sex life is prohibited.",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    GDPR_9_2 = "GDPR (EU) 2016/679", "Art. 9(2)", true,
        "Ten exceptions, among them explicit consent (a) and a non-profit body’s own members (d).",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    GDPR_13_1_C = "GDPR (EU) 2016/679", "Art. 13(1)(c)", true,
        "The purposes and the legal basis must be told at collection.",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    GDPR_14_2_F = "GDPR (EU) 2016/679", "Art. 14(2)(f)", true,
        "Where data come from elsewhere, the person is told the source and whether it was public.",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    GDPR_21_2 = "GDPR (EU) 2016/679", "Art. 21(2)", true,
        "People may object at any time to direct marketing, including related profiling.",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    GDPR_21_3 = "GDPR (EU) 2016/679", "Art. 21(3)", true,
        "After such an objection the data are no longer used for direct marketing.",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    GDPR_24 = "GDPR (EU) 2016/679", "Art. 24", true,
        "The controller puts in place measures that ensure and show compliance.",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    GDPR_25 = "GDPR (EU) 2016/679", "Art. 25", true,
        "Data protection by design and by default, for example by pseudonymisation and minimal defaults.",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    GDPR_REC_32 = "GDPR (EU) 2016/679", "Recital 32", true,
        "A clear act is needed; silence, pre-ticked boxes or inactivity are no consent; each purpose needs its own.",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    GDPR_REC_38 = "GDPR (EU) 2016/679", "Recital 38", true,
        "Children deserve special protection, above all in marketing and profiling.",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    GDPR_REC_39 = "GDPR (EU) 2016/679", "Recital 39", true,
        "Storage is kept to a minimum; the controller sets limits for erasure or review.",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    GDPR_REC_171 = "GDPR (EU) 2016/679", "Recital 171", true,
        "Consent given under the old Directive stays good only if it meets the new conditions.",
        "https://eur-lex.europa.eu/eli/reg/2016/679/oj";
    EPD_13_1 = "ePrivacy Directive 2002/58/EC (as amended 2009)", "Art. 13(1)", true,
        "Calling machines, fax and e-mail for direct marketing need prior consent.",
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:02002L0058-20091219";
    EPD_13_2 = "ePrivacy Directive 2002/58/EC (as amended 2009)", "Art. 13(2)", true,
        "A seller may mail customers about own similar products if they could object, free and easily, at collection and each time.",
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:02002L0058-20091219";
    EPD_13_5 = "ePrivacy Directive 2002/58/EC (as amended 2009)", "Art. 13(5)", true,
        "Paragraphs 1 and 3 protect natural persons; States must protect legal persons sufficiently.",
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:02002L0058-20091219";
    UKGDPR_8 = "UK GDPR", "Art. 8(1)", true,
        "Own consent for online services from 13; ministers may set 13 to 16 by regulation.",
        "https://www.legislation.gov.uk/eur/2016/679/article/8";
    UWG_7A = "German UWG", "sec. 7a", true,
        "Consent to consumer calls is documented and kept five years from grant and after each use; shown to the authority on demand.",
        "https://www.gesetze-im-internet.de/uwg_2004/";
    FR_L223_1 = "French C. conso", "art. L223-1 (from 11.08.2026)", true,
        "Marketing calls to consumers need prior consent, running contracts excepted; the professional proves it.",
        "https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069565";
    CASL_13 = "Canada CASL", "s. 13", true,
        "Whoever says that there is consent must prove it.",
        "https://laws-lois.justice.gc.ca/eng/acts/E-1.6/";
    IE_DPA_31 = "Irish Data Protection Act 2018", "s. 31", true,
        "The digital age of consent is 16.",
        "https://www.irishstatutebook.ie/eli/2018/act/7";
    KR_50_8 = "South Korea Network Act", "art. 50(8)", true,
        "Consent to advertising is confirmed every two years from the day it was given.",
        "https://www.law.go.kr/";
    EDPB_05_2020_104_108 = "EDPB Guidelines 05/2020", "para 104-108", true,
        "The controller shows who consented, when, how, and what was shown; a pointer to site settings is not enough.",
        "https://www.edpb.europa.eu/sites/default/files/files/file1/edpb_guidelines_202005_consent_en.pdf";
    EDPB_05_2020_110 = "EDPB Guidelines 05/2020", "para 110", true,
        "If the processing changes considerably, the consent is asked again.",
        "https://www.edpb.europa.eu/sites/default/files/files/file1/edpb_guidelines_202005_consent_en.pdf";
    EDPB_05_2020_REFRESH = "EDPB Guidelines 05/2020", "section on duration (para 111)", false,
        "Refreshing consent at appropriate intervals is good practice.",
        "https://www.edpb.europa.eu/sites/default/files/files/file1/edpb_guidelines_202005_consent_en.pdf";
    EDPB_05_2020_OLD = "EDPB Guidelines 05/2020", "section on consent under Directive 95/46", false,
        "Presumed consents without references fall below the standard and need renewal.",
        "https://www.edpb.europa.eu/sites/default/files/files/file1/edpb_guidelines_202005_consent_en.pdf";
    CJEU_C_61_19 = "CJEU", "C-61/19 Orange Romania (11.11.2020)", true,
        "The controller must show active consent; a box ticked by staff proves nothing.",
        "http://curia.europa.eu/juris/document/document.jsf?docid=233544&doclang=EN";
    CJEU_C_673_17 = "CJEU", "C-673/17 Planet49 (01.10.2019)", true,
        "A pre-ticked box that must be unticked is no valid consent.",
        "http://curia.europa.eu/juris/document/document.jsf?text=&docid=218462&doclang=EN";
}
