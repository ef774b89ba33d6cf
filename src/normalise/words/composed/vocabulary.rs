//! The words of refusals that are put together, folded: English, German, French, Spanish, Italian, Dutch, Portuguese,
//! Swedish, Danish, Norwegian, Finnish, Polish. A line a language, where a language has words of its own.

use super::does::{
    ANYTHING, ASK, BE, COMPLAIN, DID, GET, HEAR, LETTERS, LISTS, LITTLE, MAIL, MEANS, MORE, NO, NOTHING, PERSON, SEND,
    SHALL, STOP, THANKS, US, WANT, WRITE, WRITTEN,
};

pub(super) const WORDS: &[(u32, &str)] = &[
    (
        NO,
        "no not never dont nein nej nei nee \
         kein keine keinen keiner keinerlei nicht nie niemals keinesfalls \
         ne pas jamais aucun aucune \
         nunca jamas ningun ninguna non nessun nessuna niet geen nooit \
         nao nem nenhum nenhuma sem \
         inte ej aldrig inga ingen ikke aldri \
         ei eika ala alkaa eivat nie nigdy zadnych zadnej zadnego",
    ),
    (NO | DID, "doesnt didnt hasnt havent wont"),
    (NO | SEND, "nenvoyer nenvoyez niewysylanie niewysylania nieprzysylanie"),
    (NO | WRITE, "necrire necrivez niepisanie niekontaktowanie"),
    (NOTHING, "nothing nichts nix rien niente nulla nada niets niks ingenting inget intet nic niczego"),
    (ANYTHING, "anything noget noe nagot nanting mitaan"),
    (
        MORE,
        "more anymore longer further again mehr weitere weiteren wieder langer \
         plus davantage mas piu altro altri altre ulteriori meer verder langer mais \
         mer fler langre mere flere lenger laengere enaa enempaa wiecej juz dalszych",
    ),
    (
        WANT,
        "want wants wanted like wish wishes wished \
         will wollen wunscht wunschen wunsche mochte mochten moechte erwunscht gewunscht \
         veut veulent veux souhaite souhaitent desire desirent \
         quiere quieren quiero desea desean deseo vuole vogliono voglio desidera desiderano gradisce \
         wil willen wenst wensen quer querem quero deseja desejam pretende pretendem \
         vill onskar vil onsker ville haluaa halua haluavat tahdo toivo \
         chce chca zyczy zycza chcialby chcialaby",
    ),
    (
        ASK,
        "ask asks asked request requests requested said says told \
         bittet bitten bat verlangt verlangte demande demandent prie \
         pide pidio piden solicita solicito chiede chiesto chiedono vraagt vroeg verzoekt gevraagd \
         pede pediu pedem solicitou ber bad bett bedt beder ba \
         pyysi pyytaa pyytanyt pyytavat prosi prosil prosila poprosil poprosila zada zazadal",
    ),
    (
        SEND,
        "send sending schicken schick senden zusenden zuschicken versenden ubersenden \
         envoyer envoyez denvoyer envoi menvoyer lenvoyer envois lenvoi adresser \
         enviar enviarle enviarles enviarme enviad envien enviemos mandemos mandar mandarle mandarles mandarme manden \
         inviare inviate inviargli inviarle inviarmi inviatemi mandare mandate mandargli mandarmi mandatemi spedire \
         sturen stuur toesturen opsturen zenden verzenden enviem mandem envie \
         skicka skickas sanda sandas sende sendes tilsende tilsendes tilsendt \
         lahettaa laheta lahettako lahettakaa lahetella lahettaminen lahettamista lahettamisen lahettamasta lahettakaapa \
         wysylac wysylaj wysylajcie przysylac przysylaj przysylajcie wyslac przesylac wysylanie wysylania wysylki",
    ),
    (
        WRITE,
        "disturb write writing emailing mailing bother bothering pester pestering \
         schreiben anschreiben anmailen mailen kontaktieren storen belastigen behelligen \
         ecrire decrire ecrivez ecrive ecrivions recontacte mecrire lecrire deranger derangez recontacter contacter relancer relancez mailer \
         escribir escribirle escribirles escribirme escriban contactar escribamos escriba contactarle molestar figurar estarle \
         scrivere scrivete scriviamo scriva scrivergli scriverle scrivermi scrivetemi contattare contattarlo contattarla disturbare disturbarla disturbarlo \
         schrijven schrijf aanschrijven lastigvallen benaderen escrever escrevam escreva escrevamos incomodar \
         skriva skrivas mejla mejlas mailas storas forstyrre forstyrres skrive skriv skrives mailes kontakte kontaktes \
         kirjoittaa kirjoita kirjoittako kirjoittakaa kirjoittamasta kirjoittaminen meilata mailata hairita hairitko hairitse lahestya \
         pisac pisz piszcie mailowac mailujcie pisania pisanie kontaktowac",
    ),
    (
        WRITTEN,
        "written mailed emailed sent contacted angeschrieben beschrieben angemailt kontaktiert zugeschickt zugesandt \
         sollicite sollicitee contacte contactee contactado contactada contattato contattata disturbato disturbata \
         aangeschreven gemaild benaderd gecontacteerd contatado contatada \
         kontaktad kontaktas mejlad kontaktet tilskrevet oppsokt",
    ),
    (
        GET,
        "get getting receive receiving have bekommen kriegen erhalten empfangen haben \
         recevoir avoir recibir tener ricevere avere krijgen ontvangen hebben wissen receber ter \
         fa ha modtage motta faa saada vastaanottaa dostawac otrzymywac miec ",
    ),
    (GET | HEAR, "hear heard horen entendre parler saber sentire ouvir hora hore kuulla slyszec oir"),
    (
        MAIL,
        "mail mails email emails mailing mailings newsletter newsletters message messages stuff spam offers adverts ads \
         reminder reminders post updates \
         nachricht nachrichten rundmail rundmails rundbrief rundbriefe werbung werbemails infos info mitteilung \
         mitteilungen benachrichtigungen erinnerung erinnerungen angebote zusendungen \
         courriel courriels mel mels publicite publicites pub pubs actualites lettre rappel rappels sollicitations offres \
         correo correos mensaje mensajes boletin boletines publicidad notificaciones recordatorios ofertas \
         messaggio messaggi comunicazione comunicazioni posta pubblicita notizie promemoria offerte \
         bericht berichten mailtje mailtjes nieuwsbrief nieuwsbrieven reclame herinneringen aanbiedingen \
         mensagem mensagens boletim publicidade novidades noticias lembretes \
         mejl mejlen meddelande meddelanden utskick utskicken nyhetsbrev nyhetsbreven reklam paminnelser erbjudanden \
         besked beskeder meddelelser nyhedsbrev nyhedsbreve nyhedsbrevet mailene reklame tilbud pamindelser \
         epost eposter melding meldinger nyhetsbrevet meldingene \
         viesti viesteja viestit viesteista sahkoposti sahkopostia sahkoposteja sahkopostit sahkopostista sahkoposteista \
         uutiskirje uutiskirjeita uutiskirjetta uutiskirjeesta uutiskirjeista postia mainoksia mainoksista maileista \
         postitus postitukset mainospostia muistutuksia \
         wiadomosci wiadomosc maili maile mailach newslettera newsletterow powiadomien biuletynu biuletynow reklam \
         korespondencji przypomnien ofert",
    ),
    (LISTS, "list lists mailinglist verteiler liste lista listan listen lijst listy listalla listalle"),
    (THANKS, "thanks thank danke merci gracias grazie bedankt dank obrigado obrigada tack tak takk kiitos dziekuje"),
    (LETTERS, "post posta postia lettre korespondencji"),
    (
        US,
        "us our uns unser unsere unseren unserer nous nos notre nosotros nuestro nuestra nuestros nuestras noi nostre nostri \
         ons onze oss vara vart os vores vare meilta meille meidan meista nas nam naszych nossos nossas",
    ),
    (
        PERSON,
        "he she they him her them me my i er sie ihm ihr ihn ihnen mich mir il elle ils lui leur moi la le les lo gli lei mi \
         hij zij ze hem haar mij han hon honom henne hun ham hende henne meg mig ele ela lhe mim me \
         hanelle hanta han hanet minulle mulle minua mu jej mnie go ja",
    ),
    (
        STOP,
        "stop stopp quit cease slippa slippe slipper stoppt stoppen stoppa sluta slut slutte slutt aufhoren einstellen beenden arreter arretez arret cesser \
         cessez finissez smettere smettetela smettete smetta basta parar parem pare dejar dejen cesar cesen deixar deixem \
         chega ophouden ophoudt lopeta lopettakaa lopettaa lopettamaan przestac przestancie zaprzestac dosc koniec",
    ),
    (
        COMPLAIN,
        "complained complains complaining annoyed beschwert beschwerte beschwerten beklagt beklagte beklagten genervt \
         plaint plainte plaints plaignait plaintes quejo quejado quejaba quejaron lamentato lamentata lamenta lamentava \
         klaagde klaagt geklaagd queixou queixa reclamou klagade klagat klagar klagede klaget klager \
         valitti valittaa valittanut skarzyl skarzyla skarzy marre harto stufo stufa harta hartos farto farta fed kyllastynyt narzekal narzekala narzeka",
    ),
    (DID, "does did has had can could hat habe hatte wurde wurden kann har avait ont"),
    (SHALL, "shall should must may soll sollen darf durfen doit debe deve moet mag ska skall skal far ma saa"),
    (BE, "be werden worden etre ser essere bli blive bliva byc tulla"),
    (MEANS, "by per via par por with mit mittels"),
    (
        LITTLE,
        "a an the any at all would up on to be being of on over about from in with and or please pls kindly thanks thank you so too much \
         many really absolutely rather that this these those is are was e should must \
         bitte danke gar auch zum auf bei an in im uberhaupt zu werden wird den der die das dem von vom uber wegen sich diese dieser dieses viele \
         vielen ganz soll sollen durfen darf und oder man ab sofort ausdrucklich es sie standig standige doch stehen sein bleiben mehr per \
         de des du en et quon ou que qui se sest est a au aux sur etre merci svp stp plait tout tous toutes trop nombreux ses ces \
         du par y el los las un una unos del al por favor gracias ya para su sus se le les mas absolutamente e todo \
         demasiados tantos muchos volver que sea di da al alla alle dei delle della degli il gli i si per favore grazie essere piu \
         stato stata stare troppe troppi tante tanti ne assolutamente nessuno \
         het te met van aan om er zich door worden graag alstublieft aub bedankt helemaal veel vele meer op dat \
         o os as um uma no na do dos das por com obrigado obrigada favor mais ja ser muitos demais \
         att av om pa till sig det den de fran tack till snalla vara bli blir mycket sta manga alls for \
         at med til fra sta vaere tak venligst blive mange helt a takk vennligst bli seg sig om at \
         ei saa pitaa tule olla kiitos liian paljon monista ja mistaan enaa ollenkaan jatkossa \
         do od o i w z na ze ma sie to byc prosze prosimy dziekuje dziekujemy zbyt wiele duzo wielu za w ogole absolutnie",
    ),
];

/// Words with which a reason or a day begins that leaves a refusal what it is.
pub(super) const CAUSES: &str = "since|because|due|wegen|weil|seit|ab|depuis|car|parce|desde|porque|dal|perche|sinds|omdat|vanaf|\
    sedan|eftersom|siden|fordi|koska|lahtien|od|bo|poniewaz";

/// Ways of asking to be left alone.
pub(super) const LEFT_ALONE: &str = "leave him alone|leave her alone|leave them alone|leave me alone|leave us alone|leave in peace|\
    wants to be left alone|want to be left alone|wants peace|in ruhe lassen|in ruhe gelassen werden|lasst mich in ruhe|lassen sie mich in ruhe|\
    laisser tranquille|laissez moi tranquille|laissez le tranquille|laissez la tranquille|foutez moi la paix|fichez moi la paix|\
    dejar en paz|dejarle en paz|dejarla en paz|dejadme en paz|dejenme en paz|que le dejen en paz|que la dejen en paz|\
    lasciare in pace|lasciatemi in pace|lasciatelo in pace|lasciatela in pace|lasciarlo in pace|lasciarla in pace|\
    met rust laten|met rust gelaten|laat mij met rust|laat me met rust|laat hem met rust|laat haar met rust|\
    deixar em paz|deixem em paz|deixem me em paz|lamna i fred|lamna ifred|lamna honom i fred|lamna henne i fred|lamnas i fred|\
    lad ham vaere|lad hende vaere|lad mig vaere|vaere i fred|lades i fred|la ham vaere|la henne vaere|la meg vaere|vaere i fred|\
    jattaa rauhaan|jattakaa rauhaan|jata rauhaan|olla rauhassa|dac spokoj|dajcie spokoj|dac mu spokoj|dac jej spokoj|zostawic w spokoju";
