//! The words of short refusals, folded.

use super::Role;
use crate::normalise::words::remark::Scope;

pub(super) const WORDS: &[(Role, &str)] = &[
    (Role::Before, "kein keine keinen keinerlei pas niente nessuna nessun geen inga inget ikke inte zero nix dont"),
    (Role::Without, "sin senza sem bez brak uden uten utan ilman ohne sans zonder without"),
    (
        Role::After,
        "nein non nee nej nei nao false falsch faux falso off unwanted unerwunscht uonsket oonskad ongewenst",
    ),
    (Role::Either, "no ej ei nie never nunca jamais nunca niemals aldrig aldri nooit mai"),
    (
        Role::Either,
        "refuse refuses refused refusing refusal declined declines decline rejected rejects reject refus refusee rechaza rechazo \
         rechazado rechazada rifiuta rifiutato rifiutata rifiuto recusa recusou recusado recusada weigert geweigerd afviser \
         afvist avviser avvist fravalgt avbojt avbojer avbojd nekad nekar kielletty kieltanyt kielto odmawia odmowa odmowil \
         odmowila odmowiono abgelehnt ablehnung verweigert gestoppt stopped stoppet stoppad gestopt \
         abbestellt abgemeldet gekundigt opgezegd afmeldt avmeldt frameldt",
    ),
    (
        Role::Topic(Scope::Email),
        "mail mails email emails mailing mailings courriel courriels correo correos mejl mejlen emailing",
    ),
    (
        Role::Topic(Scope::Email),
        "epost eposter sahkoposti sahkopostia sahkoposteja maili maile meile spam mailinglist emailer",
    ),
    (
        Role::Topic(Scope::Email),
        "newsletter newsletters newslettera newsl nl nieuwsbrief nieuwsbrieven nyhedsbrev nyhedsbreve nyhetsbrev uutiskirje \
         uutiskirjetta uutiskirjeita biuletyn biuletynu boletin boletines boletim infolettre rundmail rundmails rundbrief \
         infomail infomails bulletin utskick emailmarketing",
    ),
    (
        Role::Topic(Scope::List),
        "marketing mktg mkt werbung werbe publicidad publicidade pub publicite pubblicita reklam reklame reclame mainonta \
         mainontaa mainoksia markkinointi markkinointia reklamy reklama promo promos promotion promotions promocion \
         promociones promozioni promocoes advertising ads ofertas offerte angebote prospection comunicaciones comunicazioni \
         markedsforing marknadsforing marketingu propaganda",
    ),
    (Role::Topic(Scope::Sms), "sms texts tekstiviesteja smsy"),
    (
        Role::Topic(Scope::Calls),
        "calls anrufe appels llamadas chiamate telefonate telefoontjes chamadas opkald puhelut telemarketing",
    ),
    (
        Role::Joined(Scope::Email),
        "nomail nomails noemail noemails nonewsletter nospam keinnewsletter keinemail keinemails nonl",
    ),
    (Role::Joined(Scope::List), "nomarketing nopub nopromo keinewerbung"),
    (Role::Joined(Scope::Sms), "nosms"),
    (
        Role::Takes,
        "remove removed unsubscribe unsub optout entfernen austragen abmelden abbestellen rausnehmen streichen loschen geloscht \
         gestrichen retirer retirez desinscrire desinscrivez desabonner desabonnez supprimer supprimez enlever enlevez rayer \
         quitar quitarme borrar borrarme eliminar eliminarme suprimir darme dar baja cancella cancellatemi cancellami cancellarmi \
         cancellare togliere toglietemi rimuovere rimuovetemi disiscrivere disiscrivetemi disiscrivimi cancellazione \
         verwijderen verwijder schrappen uitschrijven afmelden remover remova removam retirar apagar excluir descadastrar \
         bort stryk avregistrera avanmal avprenumerera radera slet slett slettes fjern fjernes afmeld frameld afmeldes \
         strykes avmeld poista poistakaa poistettava peruuta peruutus peruutan usun usunac wypisz wypiszcie wypisac \
         wypiszcie wykreslic wykresl skreslic rezygnacja rezygnuje stop stopp arret arreter halt delete removal \
         unlist delist poistaa entfernt rausschmeissen rausstreichen austilgen effacer effacez effacee radier radiee supprimee desinscrite \
         desabonnee eliminare eliminatemi rimuovermi togliermi cancellatela cancellatelo rimosso rimossa quitarle quitarla quitarlo borrarle \
         borrarla borrarlo eliminarla eliminarlo eliminado eliminada removida removido excluida excluido verwijderd geschrapt uitgeschreven \
         borttagen borttagas strykas stryks raderas radere fjerne slette stryke sletting slettet fjernet strykast poistettavaksi poistetaan poistettu \
         poistaminen poisto poistoa usuniecia usuniecie usuniety usunieta skreslenie wykreslenie wykreslenia wykreslony wykreslona skreslenia \
         skreslony skreslona wypisany wypisana wypisania wykresla skresl raus",
    ),
    (
        Role::Taken,
        "taken deleted struck scrubbed erased dropped rausgenommen ausgestrichen weg enlevee enleve retiree efface supprime raye rayee \
         tolto tolta togliete cancellato cancellata eliminato eliminata borrado borrada quitado quitada suprimida suprimido \
         apagada apagado retirada retirado tirada tirado gewist eraf struken struket raderad raderat tas tagen ta stroket \
         pois",
    ),
    (
        Role::Wish,
        "graag asks asked wants want wishes wished would like should must needs need requested requests request \
         soll sollen will mochte wunscht bittet bat muss verlangt doit veut souhaite demande demandee quiere pide pidio debe \
         vuole chiede chiesto deve wil wenst moet moeten vraagt gevraagd quer pede pediu \
         vill ska skall onskar ber bett bad vil skal onsker beder bedt ba bes bedes haluaa pyysi pyytanyt pyytaa pitaa tulee \
         chce prosi prosil prosila ma zada wunsch richiesta peticion verzoek begaran onske pyynnosta prosbe zyczenie",
    ),
    (
        Role::Beside,
        "be been is has he she they werden wird hat er sie um etre est a il elle que se sea para ser ha essere te su auf sur on op af pa egen egne eget eigenen na worden heeft \
         zij hij om eruit ele ela bli blir att han hon at blive hun hon tulla olla hanet on ona ono byc zostac o zu out \
         tar bliva ut ur av",
    ),
    (
        Role::Ends,
        "cancel cancelled cancelar cancela cancelacion cancelamento cancelem annulla annullare annuler opzeggen kundigen \
         kundigung avsluta opsig opsige stoppa stoppen stopzetten beenden anuluj lopetus lopeta strike",
    ),
    (
        Role::List,
        "list lists listing verteiler liste lista listan listen lista listy listalta listasta lijst mailinglist mailingliste \
         database datenbank mailingliste abo abonnement abonnementet subscription subscricao suscripcion inscricao inscripcion \
         prenumeration prenumerationen tilmelding abonament subskrypcja iscrizione tilaus tilauksen adressliste verzeichnis kartei \
         bestand registret",
    ),
    (
        Role::Little,
        "to of the for de la le les des du del della delle dei dalla dal da do das der die den dem een en et e y a al i og och \
         und and von vom aus fur per par via by mit med med till fra fran van uit z ze na alle all alles any todas todo todos \
         tous toutes more mehr mas plus mais meer fler flere further please pls plz bitte por favor thanks thank you danke \
         merci svp stp gracias grazie dank bedankt obrigado obrigada tack takk tak kiitos dziekuje prosze gerne snalla venligst \
         vennligst alstublieft now asap sofort ai auto bulk mass direct our your my mine unsere unser nos me mich uns us him \
         her them from off moi nous mi mij ons mig oss meg minut meidat mnie nas ta take get meine mein ma mes \
         henne honom hende ham hem haar ihn ihm lui leur lei \
         hello hi hallo wants wish wanted gewunscht desired",
    ),
];
