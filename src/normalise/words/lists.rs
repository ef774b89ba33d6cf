//! The words themselves, as they are written.

use crate::vocabulary::ConsentStatus::{self, Bounced, Complained, Erased, Given, Pending, Suppressed, Withdrawn};

pub(super) const YES_NO: &[(bool, &str)] = &[
    (true, "yes|y|true|t|1|1.0|on|x|✓|✔|☑|✅|checked|granted|allow|allowed"),
    (true, "opted in|opt in|optin|accepted|accept|agreed|agree|i agree|express|express consent"),
    (true, "consented|consent given|consent granted"),
    (true, "sì|vero|acconsento|accetto|accettato|autorizzo|autorizzato|concesso"),
    (true, "ja|j|sant|samtycker|godkänd|godkänt|accepterar|accepterat"),
    (true, "wahr|zugestimmt|eingewilligt|erteilt|erlaubt|zulassen"),
    (true, "oui|vrai|accepté|acceptée|accordé|autorisé"),
    (true, "sí|s|verdadero|acepto|aceptado|autorizado"),
    (true, "waar|akkoord|toegestaan|sim|verdadeiro|aceito|aceite"),
    (true, "sand|accepteret|givet|sann|godtatt|gitt"),
    (true, "kyllä|tosi|hyväksytty|annettu|tak|prawda|zgoda|wyrażona|zgoda wyrażona"),
    (false, "no|n|false|f|0|0.0|off|✗|✘|✖|❌|×|unchecked|denied|declined"),
    (false, "rejected|refused|do not allow|not allowed|opted out|opt out|optout|disagree"),
    (false, "falso|nego|rifiuto|rifiutato|non acconsento|non accetto|non autorizzo|negato"),
    (false, "nej|falskt|samtycker ej|samtycker inte|avböjt|avböjer|ej godkänd"),
    (false, "nein|falsch|abgelehnt|nicht erteilt|nicht zulassen|nicht zugestimmt|nicht erlaubt"),
    (false, "non|faux|refusé|refusée|non accepté"),
    (false, "rechazado|no acepto|no aceptado|nee|onwaar|geweigerd|não|recusado"),
    (false, "falsk|afvist|nei|usann|avslått|ei|epätosi|kielletty"),
    (false, "nie|fałsz|brak zgody|odmowa"),
    (false, "not given|not granted|not consented|not agreed|not accepted|not permitted|withheld|no consent given"),
    (false, "liegt nicht vor|verweigert|will nicht|nicht gegeben|nicht gewünscht|nicht genehmigt|lehnt ab|untersagt"),
    (false, "non accordé|non accordée|non donné|pas donné|pas d'accord|ne veut pas|non autorisé|non consenti|refus"),
    (false, "no otorgado|no concedido|no autorizado|no consiente|no quiere|denegado|denegada|rechazada"),
    (false, "non concesso|non prestato|non autorizzato|non fornito|non dato|non vuole|negata|rifiutata"),
    (false, "niet gegeven|niet verleend|niet akkoord|niet toegestaan|wil niet|geen toestemming"),
    (false, "não concedido|não autorizado|não aceito|não aceite|não quer|não consentiu|recusada|negado"),
    (false, "ej givet|inte givet|inte godkänd|inte lämnat|vill inte|vill ej|nekar|nekat|avböjd"),
    (false, "ikke givet|ikke gitt|ikke accepteret|ikke godtatt|ikke samtykket|vil ikke|nægtet|nektet|afslået"),
    (false, "ei annettu|ei hyväksytty|ei suostumusta|ei halua|ei ole annettu|evätty"),
    (false, "nie wyrażono|nie wyrażona|niewyrażona|nie wyraża zgody|nie udzielono|nie udzielona|nie chce|odmówiono"),
];

pub(super) const STATUS: &[(ConsentStatus, &str)] = &[
    (Given, "subscribed|active|confirmed|member|opt-in|optin|opted in|subscriber"),
    (Given, "iscritto|iscritta|attivo|attiva|confermato|confermata"),
    (Given, "aktiv|prenumererar|prenumerant|bekräftad|angemeldet|abonniert|bestätigt"),
    (Given, "abonné|abonnée|inscrit|inscrite|actif|confirmé"),
    (Given, "suscrito|suscrita|activo|activa|confirmado|confirmada|de alta"),
    (Given, "ingeschreven|actief|aangemeld|bevestigd|subscrito|inscrito|ativo"),
    (Given, "tilmeldt|bekræftet|påmeldt|abonnent|bekreftet"),
    (Given, "tilannut|aktiivinen|vahvistettu|zapisany|zapisana|aktywny|potwierdzony"),
    (Withdrawn, "unsubscribed|unsubscribe|opted out|opt-out|optout|cancelled|canceled|removed"),
    (Withdrawn, "inactive|disabled|withdrawn|revoked|objected|refused|denied|declined|left"),
    (Withdrawn, "unsubscribed via ma|unsubscribedviama|unsubscribedviaemail|unsubscribedviaapi|normal_unsubscribe"),
    (Withdrawn, "unsubscribe all|unsubscribed all|unsubscribed from all|globally unsubscribed|global unsubscribe"),
    (Withdrawn, "delete|deleted|to be deleted|delete me|löschen|gelöscht|radera|raderad|supprimer"),
    (Withdrawn, "supprimé|eliminar|eliminado|eliminare|eliminato"),
    (Withdrawn, "disiscritto|disiscritta|cancellato|cancellata|revocato|non attivo|rifiutato"),
    (Withdrawn, "avregistrerad|avslutad|avanmäld|inaktiv|återkallad|avprenumererad"),
    (Withdrawn, "abgemeldet|widerrufen|ausgetragen|deaktiviert|gekündigt|abbestellt"),
    (Withdrawn, "désabonné|désabonnée|désinscrit|désinscrite|inactif|retiré|résilié"),
    (Withdrawn, "dado de baja|dada de baja|baja|cancelado|desuscrito|inactivo|revocado"),
    (Withdrawn, "uitgeschreven|afgemeld|inactief|ingetrokken|descadastrado|inativo|removido|revogado"),
    (Withdrawn, "afmeldt|frameldt|trukket tilbage|avmeldt|trukket|perunut|peruutettu|ei-aktiivinen"),
    (Withdrawn, "wypisany|wypisana|nieaktywny|zrezygnował|wycofana"),
    (Withdrawn, "unsub|no longer subscribed|rejected|objection|disagree|do not allow|opposed|never again"),
    (Withdrawn, "abgelehnt|widersprochen|widerspruch|abmeldung|abgemeldete|nicht aktiv|nicht zugestimmt|nicht erteilt"),
    (Withdrawn, "refusé|refusée|a refusé|désabonnement|opposition|inactive|résiliée|annulé|annulée"),
    (Withdrawn, "rechazado|rechazada|de baja|cancelada|inactiva|revocada|desuscrita|no acepto|no aceptado"),
    (Withdrawn, "rifiutata|revocata|non attiva|negato|non acconsento|non accetto|non autorizzo|disdetto|disdetta"),
    (Withdrawn, "geweigerd|opgezegd|afmelding|geen toestemming|niet actief|bezwaar"),
    (Withdrawn, "recusado|recusada|recusou|cancelou|inativa|removida|revogada|descadastrada|sem consentimento"),
    (Withdrawn, "avböjt|avböjer|nekad|nekat|samtycker inte|samtycker ej|ej godkänd|avregistrering|inte aktiv"),
    (Withdrawn, "afvist|udmeldt|tilbagekaldt|ikke aktiv|avslått|utmeldt|reservert|tilbakekalt"),
    (Withdrawn, "kielletty|kieltänyt|kielto|peruttu|peruuttanut|ei aktiivinen|hylätty"),
    (Withdrawn, "odmowa|odmówił|odmówiła|brak zgody|rezygnacja|zrezygnowała|nieaktywna|wycofany|sprzeciw"),
    (Withdrawn, "deactivated|stopped|resigned|not consented|no consent|withheld|removed by admin|deleted by admin"),
    (Withdrawn, "verweigert|zurückgezogen|will nicht|entfernt|ausgetreten|ausgeschieden|gestoppt|keine einwilligung"),
    (Withdrawn, "désactivé|désactivée|retirée|rétracté|rétractée|désabonner|ne veut pas|arrêté|ne veut plus"),
    (Withdrawn, "retirado|retirada|desactivado|desactivada|denegado|denegada|no quiere|ya no quiere|eliminada"),
    (Withdrawn, "ritirato|ritirata|disattivato|disattivata|disattivo|rimosso|rimossa|eliminata|non vuole|recesso"),
    (Withdrawn, "teruggetrokken|gedeactiveerd|verwijderd|gestopt|wil niet|wil niet meer|geen interesse"),
    (Withdrawn, "desativado|desativada|apagado|apagada|não quer|desistiu|desinscrito|desinscrita"),
    (Withdrawn, "avböjd|avaktiverad|inaktiverad|borttagen|återtagen|återtaget|utträdd|vill inte|vill ej|stoppad"),
    (Withdrawn, "deaktiveret|slettet|fjernet|tilbagetrukket|nægtet|vil ikke|stoppet|udtrådt|afslået"),
    (Withdrawn, "deaktivert|fjernet|tilbaketrukket|nektet|utmeldt|stoppet"),
    (Withdrawn, "poistettu|poistunut|deaktivoitu|lopettanut|lopetettu|evätty|peruttu suostumus|ei halua"),
    (Withdrawn, "usunięty|usunięta|dezaktywowany|dezaktywowana|cofnięta|cofnięto|wycofano|wypisano|nie chce"),
    (Pending, "unconfirmed|pending|not activated|double_opt_in_pending|awaiting|awaiting confirmation"),
    (Pending, "validating|not confirmed|pending confirmation|opt-in pending"),
    (Pending, "in attesa|non confermato|da confermare|obekräftad|väntar|väntande"),
    (Pending, "unbestätigt|ausstehend|nicht aktiviert|nicht bestätigt|non confirmé|en attente"),
    (Pending, "no confirmado|pendiente|onbevestigd|in afwachting|não confirmado|pendente"),
    (Pending, "ubekræftet|afventer|ubekreftet|venter|vahvistamaton|odottaa"),
    (Pending, "niepotwierdzony|oczekujący"),
    (Bounced, "bounced|cleaned|hard bounce|hard bounced|hardbounce|hard|invalid|invalid email"),
    (Bounced, "undeliverable|bounce|rimbalzato|errore|non valido|pulito|studsad|ogiltig"),
    (Bounced, "gebounct|unzustellbar|ungültig|npai|rebond|invalide|rebotado|inválido"),
    (Bounced, "gebounced|ongeldig|onbestelbaar|devolvido|ugyldig|returnert|palautunut|virheellinen"),
    (Bounced, "odbity|nieprawidłowy"),
    (Bounced, "held|bouncing|previous bounce|bounces|bounce hard|undelivered|returned|invalid address"),
    (Bounced, "invalid email address|non deliverable|not deliverable|nicht zustellbar|rückläufer|zurückgekommen"),
    (Bounced, "non distribué|non délivré|retourné|adresse invalide|devuelto|no entregado|dirección no válida"),
    (Bounced, "non consegnato|indirizzo non valido|niet bezorgd|retour|não entregue|ej levererad|ogiltig adress"),
    (Bounced, "ikke leveret|ikke levert|ugyldig adresse|ei toimitettu|virheellinen osoite|niedostarczony"),
    (Bounced, "twardo odbijający|odbijający|twarde odbicie|nieprawidłowy adres"),
    (Suppressed, "blocklisted|blacklisted|suppressed|on hold|blocked|do not contact|do not email|do not solicit"),
    (
        Suppressed,
        "no solicitation|no soliciting|dnc|adminblocked|admin blocked|user suppressed|do not mail|blocklist|blacklist|suppression",
    ),
    (Suppressed, "bloccato|lista nera|non contattare|spärrad|blockerad|kontakta ej|kontakta inte"),
    (Suppressed, "gesperrt|blockiert|keine kontaktaufnahme|nicht kontaktieren|kontaktsperre|werbesperre"),
    (Suppressed, "bloqué|liste noire|ne pas contacter|bloqueado|no contactar|geblokkeerd|niet contacteren"),
    (Suppressed, "não contactar|não contatar|spærret|blokeret|sperret|må ikke kontaktes|estetty"),
    (Suppressed, "bloqueada|bloquée|bloccata|blokkert|geblokkeerde|zablokowana|sperrliste|auf sperrliste"),
    (Suppressed, "zablokowany|nie kontaktować"),
    (Suppressed, "mail blocked|email blocked|global suppression|globally suppressed|quarantined|suspended|unmailable"),
    (Suppressed, "not mailable|non mailable|non marketable|not marketable|dnm|do not market|do not send|excluded"),
    (Suppressed, "dead|deceased|verstorben|décédé|décédée|fallecido|fallecida|deceduto|deceduta|overleden|falecido"),
    (Suppressed, "falecida|avliden|afdød|avdød|kuollut|zmarły|zmarła"),
    (Suppressed, "suspendiert|ausgesetzt|in quarantäne|ausgeschlossen|suspendu|suspendue|exclu|exclue|suspendido"),
    (Suppressed, "suspendida|excluido|excluida|sospeso|sospesa|escluso|esclusa|opgeschort|uitgesloten|suspenso"),
    (Suppressed, "suspensa|avstängd|utesluten|suspenderet|udelukket|suspendert|utestengt|keskeytetty|zawieszony"),
    (Suppressed, "zawieszona|wykluczony|wykluczona"),
    (Complained, "complained|complaint|spam|junk|abuse|spam complaint|spam report|marked as spam"),
    (Complained, "contactflaggedasspam|segnalato spam|segnalato come spam|spamanmäld|unerwünscht|spambeschwerde"),
    (Complained, "plainte|queja|klacht|reclamação|klage|skarga"),
    (Complained, "isp complained|isp complaint|direct complaint|abused|abuse report|reported spam|reported as spam"),
    (
        Complained,
        "beschwerde|als spam gemeldet|als spam markiert|signalé comme spam|marcado como spam|marcou como spam",
    ),
    (Complained, "denunciado|reclamo|segnalato|als spam gemeld|gemeld als spam|anmäld som spam|klagomål"),
    (Complained, "markeret som spam|merket som spam|merkitty roskapostiksi|valitus|oznaczono jako spam"),
    (Erased, "erased|redacted|anonymised|anonymized|forgotten|gdpr erased|gdpr deleted"),
    (Erased, "anonimizzato|anonymiserad|anonymisiert|anonymisé|anonimizado"),
];

/// Ways of saying that nobody ever asked, and words that look like a state of consent and are none.
pub(super) const NEVER_ASKED: &[((), &str)] = &[
    ((), "unknown|not set|not specified|not asked|never asked|no answer|not seen|notseen|unspecified|undecided"),
    ((), "nonsubscribed|non subscribed|non-subscribed|not subscribed|never subscribed|no consent recorded"),
    (
        (),
        "enabled|transactional|archived|sconosciuto|non specificato|mai chiesto|okänd|okänt|ej angivet|inte tillfrågad",
    ),
    ((), "unbekannt|nicht angegeben|nie gefragt|inconnu|non renseigné|desconocido|sin especificar|onbekend"),
    ((), "ukendt|ukjent|tuntematon|nieznany|desconhecido"),
];

/// A refusal that goes beyond the channel it stands at.
pub(super) const ALL_CHANNELS: &str = "unsubscribe all|unsubscribed all|unsubscribe from all|unsubscribed from all|unsubscribe from everything|\
    globally unsubscribed|global unsubscribe|do not contact|dnc|delete|delete me|delete all|forget me|\
    no contact|do not disturb|dnd|non contattare|non contattarmi|cancellare i dati|cancellate i miei dati|kontakta ej|\
    kontakta inte|radera|radera mig|keine kontaktaufnahme|nicht kontaktieren|kontaktsperre|kontaktverbot|\
    löschen|datenlöschung|ne pas contacter|supprimer|ne plus contacter|no contactar|eliminar|\
    eliminar mis datos|niet contacteren|niet contact opnemen|verwijderen|não contactar|não contatar|\
    må ikke kontaktes|kontakt ikke|älä ota yhteyttä|nie kontaktować|\
    do not solicit|no solicitation|no soliciting|ne pas solliciter|ne plus solliciter|non sollecitare|\
    deceased|verstorben|décédé|décédée|fallecido|fallecida|deceduto|deceduta|overleden|falecido|falecida|avliden|afdød|\
    avdød|kuollut|zmarły|zmarła|deletion|erasure|löschung|radering|HasOptedOutSolicit|HasOptedOutProcessing|ShouldForget";

/// What makes a reason for leaving a complaint.
pub(super) const COMPLAINTS: &str =
    "abuse|spam|junk|complaint|complained|reclamo|segnalato|klagomål|beschwerde|plainte|queja";
