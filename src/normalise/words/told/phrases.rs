//! The words of deaths and of returned mail, folded, as beginnings of words; a full stop at the end: whole words.

/// Say that somebody died, wherever they stand.
pub(super) const DEATHS: &[&str] = &[
    "deceased.|passed away|has died|have died|rest in peace|he died|she died|customer died|client died|member died",
    "contact died|patient died|donor died|subscriber died|person died|recently died",
    "verstorben|gestorben|ist tot.|ist tod.|todesfall|todestag|ableben",
    "heimgegangen|entschlafen|von uns gegangen|lebt nicht mehr|nicht mehr am leben|weilt nicht mehr",
    "decede.|decedee.|decedes.|dcd.|est mort.|est morte.|defunt.|defunte.",
    "nous a quittes|nous a quitte.|sest eteint|est parti pour toujours|nest plus de ce monde|feu monsieur|feu madame|feu m.|feu mr.|feu mme.",
    "fallecio|fallecid|ha muerto|murio.|difunto.|difunta.|defuncion",
    "descanse en paz|ya no vive.|paso a mejor vida|nos dejo para siempre|ya no esta entre nosotros|qepd.",
    "decedut|e morto.|e morta.|venuto a mancare|venuta a mancare|defunto.|defunta.",
    "ci ha lasciato.|ci ha lasciati.|venuti a mancare|passato a miglior vita|passata a miglior vita|non e piu tra noi",
    "overleden.|gestorven|heengegaan|ontslapen|leeft niet meer|is niet meer onder ons",
    "faleceu|falecid|morreu.|descanse em paz|ja nao esta entre nos|ja nao vive.|nao e mais vivo",
    "avliden.|avlidit|avled.|gatt bort|gick bort|ar dod.|somnade in|somnat in|insomnad|lever inte langre|lever ej langre|vila i frid",
    "afdod.|afgaet ved doden|gaet bort|er dod.|sov ind|sovet ind|gik bort|lever ikke laengere|hvil i fred",
    "avdod.|avgatt ved doden|gikk bort|sovnet inn|sovnet stille inn|lever ikke lenger",
    "kuollut.|edesmenn|menehtynyt|poisnukkun|nukkui pois|nukkunut pois|on kuollut|menehtyi|poistunut keskuudesta|ei ole enaa elossa|ei ela enaa|lepaa rauhassa",
    "zmarl.|zmarla.|zmarly.|nie zyje|zgon.|umarl.|umarla.|swietej pamieci|odszedl na zawsze|odeszla na zawsze|nie zyje od",
];

/// Say that somebody died where nothing but a day stands beside them.
pub(super) const WHOLE_DEATHS: &str = "rip|died|dead|deceased|death|tot|tod|gestorben|verstorben|mort|morte|deces|\
    decede|decedee|dcd|feu|muerto|muerta|difunto|difunta|obito|morto|morta|mancato|mancata|scomparso|scomparsa|decesso|\
    dood|overleden|overl|dod|avliden|dodsfall|dodsfald|kuollut|kuoli|zmarl|zmarla|zgon|dode|doode|somnat|umarl|umarla";

/// Stand beside the day of a death: months, as beginnings, and little words.
pub(super) const BESIDE_DATES: &str = "jan|feb|mar|maerz|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|okt|dez|fev|avr|juin|juil|aou|\
    ene|abr|ago|dic|gen|mag|giu|lug|set|ott|maa|mei|out|maj|des|tammik|helmik|huhtik|toukok|kesak|heinak|elok|syysk|lokak|\
    marrask|jouluk|sty|lut|kwi|maj|cze|lip|sie|wrz|paz|lis|gru|in|on|of|im|am|an|en|le|el|il|la|a|op|i|den|d|em|no|na|nel|\
    w|we|r|roku|dnia|since|seit|sedan|siden|depuis|desde|dal|sinds|od|he|she|is|er|sie|ist|war|est|ha|has|e|ar|on|leider|sadly|\
    th|st|nd|rd|last|this|year|month|week|late|early|ende|anfang|mitte|ca|circa|\
    suddenly|peacefully|plotzlich|unerwartet|soudainement|helas|malheureusement|lamentablemente|purtroppo|improvvisamente|helaas|\
    plotseling|infelizmente|tyvarr|plotsligt|desvaerre|dessverre|valitettavasti|akillisesti|niestety|nagle";

/// Abbreviations of deaths that are other words as well, and tell one with a date behind them, folded.
pub(super) const ABBREVIATED: &str = "gest|verst|verstorb|overl|ovl|zm|decd|falec|fallec|avl|kuol";

/// Mail, addresses and where mail arrives.
pub(super) const MAIL: &[&str] = &[
    "mail|email|e mail|address.|addresses.|inbox|newsletter",
    "adresse|adress|postfach|courriel|boite|correo|direccion|buzon|bandeja|indirizz|casella|posta.",
    "adres|postbus|endereco|caixa|mejl|e post|epost|brevlada|inkorg|indbakke|innboks|osoite|sahkopost|postilaatik",
    "meil|poczt|skrzynk",
];

/// What is said of mail that does not arrive.
pub(super) const RETURNED: &[&str] = &[
    "bounc|returned.|returns.|undeliver|invalid|not valid|no longer valid|unknown.|wrong.|incorrect|failing|failed.|fails.",
    "not working|doesnt work|does not work|no longer works|no longer exists|no longer in use|does not exist|doesnt exist",
    "nonexist|non exist|defunct|expired|came back|comes back|coming back|sent back|not deliver|dead.",
    "kommt zuruck|kam zuruck|kommen zuruck|kamen zuruck|kommt immer zuruck|kommt wieder zuruck|kommt standig zuruck",
    "kommen immer zuruck|zuruckgekommen|ging zuruck|gehen zuruck|kommt retour|retour.|ungultig|unbekannt|falsch|fehlerhaft",
    "unzustell|nicht zustell|existiert nicht|nicht mehr gultig|nicht gultig|funktioniert nicht|nicht mehr aktuell|veraltet",
    "nicht mehr erreichbar|kommt nicht an|kommen nicht an",
    "revient.|reviennent|en erreur|erron|inconnu|nexiste p|non valide|non valable|pas valide|plus valide|rejete",
    "retourne.|retournes.|ne fonctionne p|ne marche p|fausse.|perime|obsolete",
    "devuelt|devuelve|rebota|erroneo|erronea|no valid|no existe|inexistente|desconocid|equivocad|no funciona|caducad",
    "torna indietro|tornano indietro|tornata indietro|tornato indietro|tornate indietro|respint|rimbalz|errat|non esiste|inesistente",
    "non valid|sconosciut|sbagliat|non funziona|scadut|non recapit",
    "komt terug|komen terug|kwam terug|kwamen terug|teruggekomen|ongeldig|onbekend|onjuist|foutief|foute.|onbestelbaar",
    "bestaat niet|werkt niet|niet geldig|niet meer geldig|verkeerd",
    "devolvid|devolve|voltou.|volta.|voltam.|nao existe|desconhecid|errado|errada|incorret|nao funciona|nao e valid|retornou",
    "studsa|i retur.|kommer tillbaka|kom tillbaka|felaktig|ogiltig|okand|fel.|fungerar inte|fungerar ej|finns inte|finns ej",
    "gar inte fram|inte giltig",
    "retur.|kommer tilbage|kommer tilbake|kom tilbage|kom tilbake|ugyldig|ukendt|ukjent|forkert|feil.|afvises|avvises",
    "virker ikke|fungerer ikke|findes ikke|finnes ikke|eksisterer ikke",
    "palautu|virheelli|ei toimi|ei ole olemassa|tuntematon|vaara.|ei kelpaa|vanhentunut|ei mene perille",
    "wraca.|wracaja|wrocil|zly.|nieaktualn|niepoprawn|bledn|nieprawidlow|nie dziala|nie istnieje|nieznan|odbija|odbity",
    "zwrocon|przepelnion",
];

/// What is said of a mailbox into which nothing goes any more.
pub(super) const FULL: &[&str] =
    &["full.|voll.|uberfullt|plein.|pleine.|llen|pien|vol.|cheia.|cheio.|fuld.|taynna|pelna."];

/// Say by themselves that mail does not arrive.
pub(super) const UNDELIVERABLE: &[&str] =
    &["undeliverable|unzustellbar|nicht zustellbar|npai.|onbestelbaar|obestallbar|uleverbar|niedoreczaln"];

/// Whole remarks that say so.
pub(super) const ALONE: &str = "bounces|bouncing|bounced|bounce|kommt zuruck|rebota|rebotan|rimbalza|torna indietro|komt terug|\
    voltou|devolvido|studsar|studsade|kommer retur|i retur|palautuu|palautui|wraca|odbija|retour|ungultig|returned";

/// Show that a clause speaks of letters, of calls, of an older address or of one that was put right.
pub(super) const INNOCENT: &[&str] = &[
    "brief|letter.|letters.|parcel|paket|postal|delivery|lieferadress|rechnungsadress|anschrift|postanschrift|lettre",
    "carta|lettera|kirje.|kirjeet|coupon|refund|call.|calls.|called|anruf|appel.|llamada|phone|telefon|telephone",
    "old.|older|former|previous|alte.|alter.|altes.|alten.|ancien|vieja|viejo|anterior|vecchi|oude.|antig|gammal|gamla|gammel",
    "gamle|vanha|vanhat|stary.|stara.|stare.|corrected|fixed|solved|updated|korrigiert|behoben|geandert|aktualisiert|corrige",
    "corregid|corrett|aggiornat|gecorrigeerd|corrigid|rattad|rettet|korjattu|poprawion|soft.|tempor|vorubergehend",
];
