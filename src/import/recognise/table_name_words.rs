//! The words of file, sheet and section names, folded, in twelve languages. A trailing `*` stands for any ending.
//!
//! Header stems are not used for names: under `klage*` a list from Klagenfurt would complain, under `odbi*` the Polish
//! recipients (`odbiorcy`) would bounce.

use crate::vocabulary::ConsentStatus::{self, Bounced, Complained, Suppressed, Withdrawn};

/// A list of words, divided by blanks.
pub(super) type Words = &'static str;

/// Refuse wherever they stand.
pub(super) const STRONG: [(ConsentStatus, Words); 4] = [
    (
        Withdrawn,
        "unsub unsubs unsubbed unsubscri* optout* optedout* disiscri* disabbon* desinscri* desabonn* desuscri* \
         descadastr* avregistrerad* avregistrering* avanmal* avprenumer* abgemeld* abmeld* abbestell* austragung \
         austragungen ausgetragen ausgetragene ausgetragener ausgetragenen widerruf widerrufe widerrufen* widerrufer \
         widerrufene widerspruch widerspruche widerspruchen widersprueche widersprochen* werbewiderspr* bajas \
         uitgeschreven* uitschrij* afgemeld* afmeld* frameld* avmeld* peruneet wypisan* rezygnac* rezygnuj* revocati \
         austritt austritte austritten ausgetreten* revoche cofniet* zrezygnowa* kiellot kieltaneet kieltolista markkinointikiel* \
         suoramarkkinointikiel* mainoskiel* erasure erasures loschantrag* loeschantrag* loschgesuch* loschbegehren \
         loschanfrag* slettekrav sletteanmodning* raderingsbegar* verwijderverzoek*",
    ),
    (
        Suppressed,
        "suppress* blocklist* blacklist* denylist* sperrliste* sperrdatei* sperrlist* gesperrt* werbesperr* \
         kontaktsperr* versandsperr* mailsperr* newslettersperr* werbeverbot* kontaktverbot* sparrlist* sparrad* \
         sparregister* spaerrelist* spaerred* spaerret* sperrelist* sperrede robinsonlist* bloctel dnc stoplist* \
         stopplist* estolist* estety* svartlist* svartelist* sortlist* zwartelijst geblokk* bloccati bloccate \
         bloqueados bloqueadas blokerede blokkerte blockerade zablokowan* blockiert* blocked \
         verstorben* deceased decedes decedees decede decedee fallecid* decedut* overleden overledenen falecid* avliden avlidna \
         avlidne afdod afdode avdod avdode dode doda kuolleet kuollut edesmenneet zmarli zmarly zmarla zmarlych difuntos difunto defunti \
         obitos todesfalle dodsfald dodsfall",
    ),
    (
        Bounced,
        "bounce bounced bounces hardbounce* gebounc* rebotes rebotados rebotadas rimbalz* studsa* rebonds npai \
         undeliver* unzustell* onbestelb* obestallb* returnert returnerte odbite odbity palautun* uleverbar* \
         niedorecz* niedostarcz* rucklaufer ruecklaufer rucklaufern ruecklaufern",
    ),
    (Complained, "spamklag* spambeschwerde* spammeld* spamanmal* spamcomplaint* spamreport*"),
];

/// Refuse where nothing else of any meaning stands beside them.
pub(super) const WEAK: [(ConsentStatus, Words); 4] = [
    (
        Withdrawn,
        "removal removals cancelled canceled cancellations cancellati cancellate cancelado cancelados cancelada \
         canceladas cancelamento* cancelacion* annullati revok* revocat* revocad* revogad* withdraw* withdrew opposition* \
         opposizion* oposicion* oposicao objection* objected baja peruut* peruneet perunut wypis wycofan* wycofal* \
         aterkall* avslutad* avbestall* retraits refused refus declined denied abgelehnt* verweiger* rifiut* \
         recusad* rechazad* perutut peruttu perutetut papierkorb trash papelera corbeille cestino \
         papperskorg papperskorgen prullenbak prullenmand papirkurv papirkurven roskakori kosz lixeira avbojt* avbojd* avvist* odmow* kielta* gekundigt* kundigung* opgezegd* opzegging* resili* \
         uppsagd* opsagt* leaver leavers optouts ingetrokken \
         uttradda uttradde utmeld* udmeldt* eronneet saiu sairam dimessi dimissionar* desligad* desistencia* \
         nein nej nee nei reserverte reserveret refusals wykreslen*",
    ),
    (
        Suppressed,
        "robinson* nix stop stopp sperre sperren sparr blokk bloques bloque gesperrte quarantine* quarantane*",
    ),
    (Bounced, "rebote rebond rebotado returns"),
    (
        Complained,
        "complaint complaints complained complainers beschwerde beschwerden plainte plaintes queja quejas klacht \
         klachten reclamacoes reclamacao reclami klagomal klage klager skarga skargi plaignant* unerwunscht* unerwuenscht* \
         spam junk abuse",
    ),
];

/// Wait for a click that nobody made yet, wherever they stand.
pub(super) const UNCONFIRMED: Words = "unconfirmed unbestatigt* unbestaetigt* obekraftad* onbevestigd* ubekraeftet* \
    ubekraeftede ubekreftet* ubekreftede vahvistamat* niepotwierdzon* unactivated";

/// Wait for something, which is a click where nothing of any meaning stands beside them.
pub(super) const WAITING: Words = "pending awaiting validating ausstehend* pendiente pendientes pendente pendentes vantar \
    vantande afventer afventende venter ventende odottaa odottavat odottavia oczekuj*";

/// Say that an address is none, beside a word for mail or alone.
pub(super) const INVALID: Words = "invalid invalide invalides invalidas invalidos ungultig ungultige ogiltig ogiltiga \
    ongeldig ongeldige ugyldig ugyldige nieprawidlow* virheell* devolvidos devolvidas devueltos undelivered returned";

/// Were taken off a list: those on it where the word stands alone, and others where it stands beside a refusal.
pub(super) const REMOVED: Words = "removed deleted geloscht* raderad* borttag* slettet slettede supprim* eliminad* \
    eliminat* rimoss* removid* fjernet fjernede poistet* usunie* verwijder* entfernt* gestrichen* \
    remove remover slettes slett slet fjern fjernes loschen entfernen streichen supprimer retirer borrar quitar togliere \
    rimuovere deletar apagar stryk strykes poista poistettavat usunac wykreslic skreslic";

/// Were taken off a list, whoever they were.
pub(super) const CLEANED: Words = "clean cleansed scrubbed filtered gefiltert* raus bereinigt* gereinigt* nettoye* \
    rensad* rensat renset rensede opgeschoond* pulit* ripulit* limpi* limpa* limpo* depurad* czyst* oczyszcz* \
    puhdist* siivot* tolti tolte partis parties partiti sluttet sluttede stoppet slutat slutade lopettaneet odeszli gone enleve* excluded excluid* esclus* exclus* uteslut* ausgeschlossen* uitgefilter* weg \
    fuori fora fuera afuera cleaned purged";

/// Of these, where those are who are gone, if the word stands alone.
pub(super) const OUT: Words = "raus weg fuori fora fuera afuera tolti tolte partis parties partiti sluttet sluttede stoppet \
    slutat slutade lopettaneet odeszli gone";

/// What follows them is not on the list.
pub(super) const WITHOUT: Words = "without except excl excluding exkl exclusief minus ohne ausser utan exklusive senza \
    tranne escluso esclusi escluse sans sauf hors excepte sin excepto sem exceto zonder behalve uden undtagen uten \
    unntatt ilman paitsi bez oprocz less";

/// Deny what follows them.
pub(super) const NOT: Words = "no not non never dont donot kein keine keinen keiner nicht nie niemals ej inte aldrig \
    inga ingen inget ne pas jamais nunca nao mai geen niet nooit ikke ei ala bez";

/// After a word that denies: they were once, and are no more.
pub(super) const NO_MORE: Words =
    "longer more mehr plus piu mas mais weitere weiteren meer langer langre lengre laengere enaa juz";

/// What follows them was once so.
pub(super) const FORMER: Words = "former formerly ex ehemalig* fruher* tidigare anciens ancien anciennes antiguos \
    antigos voormalige oud tidligere entiset byli dawni vorige gewesene ehemals aiemmat previous past lapsed ended expired lost verlorene";

/// Nobody refused: it has not happened yet.
pub(super) const YET: Words = "yet noch ancora encore annu todavia ainda nog endnu enna jeszcze viela";

/// States that are a yes, or may be one.
pub(super) const POSITIVE: Words = "subscribed active aktiv aktive aktiva attivi activos ativos actifs actief actieve \
    aktywni optin optins optedin angemeldet angemeldete iscritti iscritto inscrits inscritos suscritos aangemeld \
    ingeschreven confirmed resubscribed reactivated tilmeldt tilmeldte pameldt pameldte prenumererar tilanneet \
    zapisani abonniert granted consented";

/// The first halves of `An- und Abmeldungen`, `In- en uitschrijvingen`, `Til- og frameldinger`.
pub(super) const HALVES: Words = "an in til pa aan in- sub";

/// Join two kinds of people on one list.
pub(super) const AND: Words = "and und et och e ed y en og ja i oraz or oder ou o oppure eller lub of plus vs";

/// Say nothing of anybody's state.
pub(super) const NEUTRAL: Words = "csv tsv txt xls xlsx xlsm xlsb ods zip list lists liste listen lista listas listan \
    lijst lijsten listes elenco luettelo lista register registro registre rejestr export exports esportazione file files \
    data datei fichier tabelle table sheet all alle alla alles tous toutes todos todas tutti tutte kaikki wszyscy only nur \
    solo bara seulement new neu neue nuovi nya nouveaux nuevos old alt alte final copy kopie copia kopia people users \
    user persons personen personer personnes personas pessoas persone leads recipient* empfanger destinatari* \
    destinataires mottagare ontvangers odbiorc* adressen adresser adresses addresses address emailadressen indirizzi \
    direcciones the of from to as by on at for in since until after before per die der das den dem des von vom aus bis \
    seit nach zum zur de la le les du el los las da do dos das del della dei degli delle di d l al il lo gli i fra till \
    fran av af for van het op met dato stand am pubblico audience members member segment campaign kampagne campagne \
    campagna kampanj campana mailchimp brevo klaviyo hubspot mailerlite sendinblue sendy sarbacane \
    emailoctopus rapidmail cleverreach mailjet getresponse aweber activecampaign mailpoet mailup phplist listmonk mautic crm shop januar* februar* march marz \
    mars april mai may juni june juli july august september oktober october november december dezember january february \
    recevoir recibir receber ricevere erhalten bekommen ontvangen receive motta modtage otrzymywac \
    global globally permanent permanently hard manual manually mails contacts kontakte kontakter \
    kontakten contatti contactos contacten contatos yhteystiedot kontakty status stato statut estado segment filter sheet1";

/// Phrases that are one word to a name.
pub(super) const PHRASES: &[(&str, &str)] = &[
    ("opt outs", "optouts"),
    ("do not contact", "dnc"),
    ("do not want", "unsub"),
    ("does not want", "unsub"),
    ("dont want", "unsub"),
    ("will nicht", "unsub"),
    ("wollen nicht", "unsub"),
    ("mochten nicht", "unsub"),
    ("mochte nicht", "unsub"),
    ("ne veut", "unsub"),
    ("ne veulent", "unsub"),
    ("no quiere", "unsub"),
    ("no quieren", "unsub"),
    ("que no les", "unsub"),
    ("que no le", "unsub"),
    ("non vuole", "unsub"),
    ("non vogliono", "unsub"),
    ("wil niet", "unsub"),
    ("willen niet", "unsub"),
    ("wil geen", "unsub"),
    ("willen geen", "unsub"),
    ("nao quer", "unsub"),
    ("nao querem", "unsub"),
    ("nie chce", "unsub"),
    ("nie chca", "unsub"),
    ("vill inte", "unsub"),
    ("ska inte ha", "unsub"),
    ("skall inte ha", "unsub"),
    ("vil ikke", "unsub"),
    ("skal ikke ha", "unsub"),
    ("skal ikke have", "unsub"),
    ("ei halua", "unsub"),
    ("eivat halua", "unsub"),
    ("meldt seg ut", "unsub"),
    ("meldt sig ud", "unsub"),
    ("meldte sig ud", "unsub"),
    ("anmalt sig ur", "unsub"),
    ("gatt ur", "unsub"),
    ("gatt ut", "unsub"),
    ("wystapili", "unsub"),
    ("wystapil", "unsub"),
    ("wypisali", "unsub"),
    ("asked not to", "unsub"),
    ("didnt renew", "unsub"),
    ("did not renew", "unsub"),
    ("ne leur ecrit plus", "dnc"),
    ("ne plus ecrire", "dnc"),
    ("ne plus leur ecrire", "dnc"),
    ("ne pas ecrire", "dnc"),
    ("nicht mehr schreiben", "dnc"),
    ("nicht mehr beschicken", "dnc"),
    ("no escribir", "dnc"),
    ("no escribirles", "dnc"),
    ("no escribirle", "dnc"),
    ("non scrivere", "dnc"),
    ("non scrivere piu", "dnc"),
    ("niet meer schrijven", "dnc"),
    ("niet meer aanschrijven", "dnc"),
    ("niet aanschrijven", "dnc"),
    ("nao escrever", "dnc"),
    ("nie pisac", "dnc"),
    ("ala kirjoita", "dnc"),
    ("skriv inte", "dnc"),
    ("skriv ikke", "dnc"),
    ("do not mail", "dnc"),
    ("do not email", "dnc"),
    ("do not call", "dnc"),
    ("do not write", "dnc"),
    ("do not send", "dnc"),
    ("dont contact", "dnc"),
    ("dont email", "dnc"),
    ("do not disturb", "dnc"),
    ("must not be contacted", "dnc"),
    ("non contattare", "dnc"),
    ("non contattare piu", "dnc"),
    ("da non contattare", "dnc"),
    ("kontakta ej", "dnc"),
    ("kontakta inte", "dnc"),
    ("far ej kontaktas", "dnc"),
    ("ej kontakt", "dnc"),
    ("nicht kontaktieren", "dnc"),
    ("nicht mehr kontaktieren", "dnc"),
    ("nicht anschreiben", "dnc"),
    ("nicht mehr anschreiben", "dnc"),
    ("nicht anmailen", "dnc"),
    ("kein kontakt", "dnc"),
    ("keine kontaktaufnahme", "dnc"),
    ("ne pas contacter", "dnc"),
    ("ne plus contacter", "dnc"),
    ("a ne pas contacter", "dnc"),
    ("no contactar", "dnc"),
    ("no contactar mas", "dnc"),
    ("niet contacteren", "dnc"),
    ("niet meer contacteren", "dnc"),
    ("niet benaderen", "dnc"),
    ("niet meer benaderen", "dnc"),
    ("niet mailen", "dnc"),
    ("nao contatar", "dnc"),
    ("nao contactar", "dnc"),
    ("ma ikke kontaktes", "dnc"),
    ("kontakt ikke", "dnc"),
    ("ikke kontakt", "dnc"),
    ("ala ota yhteytta", "dnc"),
    ("ei saa ottaa yhteytta", "dnc"),
    ("nie kontaktowac", "dnc"),
    ("dados de baja", "bajas"),
    ("dado de baja", "bajas"),
    ("trukket tilbage", "frameldte"),
    ("schwarze liste", "blacklist"),
    ("zwarte lijst", "blacklist"),
    ("svarta listan", "blacklist"),
    ("sorte liste", "blacklist"),
    ("keine mails", "dnc"),
    ("keine mails mehr", "dnc"),
    ("no mails", "dnc"),
    ("no more mails", "dnc"),
    ("no more emails", "dnc"),
    ("geen mails", "dnc"),
    ("geen mails meer", "dnc"),
    ("pas de mails", "dnc"),
    ("plus de mails", "dnc"),
    ("inga mejl", "dnc"),
    ("inga mail", "dnc"),
    ("ingen mails", "dnc"),
    ("niente mail", "dnc"),
    ("ei viesteja", "dnc"),
    ("ne veulent plus rien recevoir", "refusals"),
    ("ne veut plus rien recevoir", "refusals"),
    ("ne veulent plus recevoir", "refusals"),
    ("wollen nichts mehr", "refusals"),
    ("wollen nicht mehr", "refusals"),
    ("wollen keine", "refusals"),
    ("mochten nichts mehr", "refusals"),
    ("mochten keine", "refusals"),
    ("vill inte ha", "refusals"),
    ("vill inte langre", "refusals"),
    ("non vogliono piu", "refusals"),
    ("no quieren recibir", "refusals"),
    ("no quieren mas", "refusals"),
    ("willen niets meer", "refusals"),
    ("willen geen", "refusals"),
    ("nao querem receber", "refusals"),
    ("nao querem mais", "refusals"),
    ("vil ikke have", "refusals"),
    ("vil ikke ha", "refusals"),
    ("onsker ikke", "refusals"),
    ("oensker ikke", "refusals"),
    ("eivat halua", "refusals"),
    ("nie chca", "refusals"),
    ("do not want", "refusals"),
    ("no longer want", "refusals"),
    ("ne souhaitent plus", "refusals"),
    ("ne souhaite plus", "refusals"),
    ("ya no quieren", "refusals"),
    ("non desiderano", "refusals"),
    ("vil ikke lenger", "refusals"),
    ("eivat halua", "refusals"),
    ("eivat enaa halua", "refusals"),
    ("nie chca juz", "refusals"),
    ("removal requests", "refusals"),
    ("removal request", "refusals"),
    ("remove requests", "refusals"),
    ("requests to remove", "refusals"),
    ("deletion requests", "erasures"),
    ("deletion request", "erasures"),
    ("delete requests", "erasures"),
    ("pedidos remover", "refusals"),
    ("pedidos de remocao", "refusals"),
    ("pedidos de exclusao", "erasures"),
    ("pedidos de apagamento", "erasures"),
    ("demandes de suppression", "erasures"),
    ("demandes de retrait", "refusals"),
    ("solicitudes de supresion", "erasures"),
    ("solicitudes de borrado", "erasures"),
    ("richieste di cancellazione", "erasures"),
    ("richieste cancellazione", "erasures"),
    ("verzoeken tot verwijdering", "erasures"),
    ("anmodninger om sletning", "erasures"),
    ("krav om sletting", "erasures"),
    ("poistopyynnot", "erasures"),
    ("wnioski o usuniecie", "erasures"),
    ("stop pub", "refusals"),
    ("stop publicite", "refusals"),
    ("stop reclame", "refusals"),
    ("stop reklam", "refusals"),
    ("stop mail", "refusals"),
    ("stop mails", "refusals"),
    ("stop werbung", "refusals"),
    ("ta bort", "borttagna"),
    ("nein danke", "refusals"),
    ("no thanks", "refusals"),
    ("non merci", "refusals"),
    ("no gracias", "refusals"),
    ("no grazie", "refusals"),
    ("taken off", "removed"),
    ("struck off", "removed"),
    ("crossed out", "removed"),
    ("kicked out", "removed"),
    ("do not use", "dnc"),
    ("nicht verwenden", "dnc"),
    ("nicht benutzen", "dnc"),
    ("ne pas utiliser", "dnc"),
    ("non usare", "dnc"),
    ("no usar", "dnc"),
    ("niet gebruiken", "dnc"),
    ("nao usar", "dnc"),
    ("anvand ej", "dnc"),
    ("anvand inte", "dnc"),
    ("brug ikke", "dnc"),
    ("ma ikke bruges", "dnc"),
    ("ikke bruk", "dnc"),
    ("ei kayteta", "dnc"),
    ("nie uzywac", "dnc"),
    ("rest in peace", "deceased"),
    ("passed away", "deceased"),
    ("afgaet ved doden", "deceased"),
    ("avgatt ved doden", "deceased"),
    ("marked as spam", "spamcomplaints"),
    ("reported as spam", "spamcomplaints"),
    ("als spam markiert", "spamcomplaints"),
    ("als spam gemeldet", "spamcomplaints"),
    ("segnalati spam", "spamcomplaints"),
    ("segnalati come spam", "spamcomplaints"),
    ("segnalato come spam", "spamcomplaints"),
    ("segnalazioni spam", "spamcomplaints"),
    ("signales comme spam", "spamcomplaints"),
    ("signale comme spam", "spamcomplaints"),
    ("marques comme spam", "spamcomplaints"),
    ("marque comme spam", "spamcomplaints"),
    ("marcados como spam", "spamcomplaints"),
    ("marcado como spam", "spamcomplaints"),
    ("gemarkeerd als spam", "spamcomplaints"),
    ("markerade som spam", "spamcomplaints"),
    ("markeret som spam", "spamcomplaints"),
    ("markert som spam", "spamcomplaints"),
    ("not confirmed", "unconfirmed"),
    ("not yet confirmed", "unconfirmed"),
    ("never confirmed", "unconfirmed"),
    ("not activated", "pending"),
    ("not verified", "pending"),
    ("in attesa di conferma", "unconfirmed"),
    ("in attesa", "pending"),
    ("da confermare", "unconfirmed"),
    ("non confermati", "unconfirmed"),
    ("non confermato", "unconfirmed"),
    ("nicht bestatigt", "unconfirmed"),
    ("nicht aktiviert", "pending"),
    ("en attente de confirmation", "unconfirmed"),
    ("en attente", "pending"),
    ("non confirmes", "unconfirmed"),
    ("non confirme", "unconfirmed"),
    ("no confirmados", "unconfirmed"),
    ("no confirmado", "unconfirmed"),
    ("nao confirmados", "unconfirmed"),
    ("nao confirmado", "unconfirmed"),
    ("in afwachting", "pending"),
    ("niet bevestigd", "unconfirmed"),
    ("inte bekraftade", "unconfirmed"),
    ("inte bekraftad", "unconfirmed"),
    ("ej bekraftade", "unconfirmed"),
    ("ej bekraftad", "unconfirmed"),
    ("ikke bekraeftet", "unconfirmed"),
    ("ikke bekraeftede", "unconfirmed"),
    ("ikke bekreftet", "unconfirmed"),
    ("ikke bekreftede", "unconfirmed"),
    ("ei vahvistettu", "unconfirmed"),
    ("ei vahvistetut", "unconfirmed"),
    ("nie potwierdzone", "unconfirmed"),
    ("nie potwierdzeni", "unconfirmed"),
];

/// Phrases for a list of those whom nobody writes to, by colour.
pub(super) const BLACK_LISTS: [&str; 6] =
    ["lista nera", "liste noire", "lista negra", "musta lista", "czarna lista", "svart lista"];

/// Whether a word is one of these.
pub(super) fn among(words: Words, word: &str) -> bool {
    words.split_ascii_whitespace().any(|known| match known.strip_suffix('*') {
        Some(start) => word.starts_with(start),
        None => known == word,
    })
}

/// The state that a word of one of these lists names.
pub(super) fn state_among(lists: &[(ConsentStatus, Words)], word: &str) -> Option<ConsentStatus> {
    lists.iter().find(|(_, words)| among(words, word)).map(|(status, _)| *status)
}
