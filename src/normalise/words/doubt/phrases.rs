//! The words of remarks that may be a no, folded, in twelve languages.

/// Whole words.
pub(super) const WHOLE: &[&str] = &[
    // Negations.
    "no|not|never|none|nothing|nobody|dont|don t|doesnt|doesn t|didnt|didn t|wont|won t|cant|can t|cannot|isnt|isn t|wasnt|neither",
    "nein|nicht|nie|niemals|nichts|kein|keine|keinen|keiner|keinerlei|keines",
    "non|ne|n|pas|jamais|aucun|aucune|rien",
    "nunca|ningun|ninguna|ninguno|nada|jamas|tampoco|ni",
    "mai piu|nessun|nessuno|nessuna|niente|nulla|neanche|nemmeno",
    "niet|geen|nooit|niets|nee|neen",
    "nao|nenhum|nenhuma|nem",
    "nigdy|zaden|zadna|zadne|zadnych|zadnego|zadnej|ani",
    "nej|inte|ej|aldrig|inget|ingen|inga|icke|ikke|aldri|intet|nei|ikkje",
    "ei|eivat|eika|ala|alkaa|ikina|koskaan|eiko|emme",
    // Nothing else.
    "only|solely|nur|bloss|ausschliesslich|uniquement|seulement|exclusivement|solo|solamente|unicamente|soltanto|esclusivamente",
    "alleen|enkel|uitsluitend|somente|apenas|tylko|wylacznie|bara|endast|enbart|kun|bare|utelukkende|udelukkende|vain|ainoastaan",
    // Enough, too much.
    "enough|genug|zu viel|zu viele|assez|trop|marre|basta|troppo|troppe|troppi|harto|harta|hartos|genoeg|te veel|chega|demais",
    "a mais|dosc|za duzo|tillrackligt|for mange|for meget|for mye|for manga|riittaa|liikaa|too many|too much|fed up|lei pa",
    // Once, later, perhaps.
    "once|one off|un seul|einmalig|une fois|una vez|una volta|una tantum|eenmalig|een keer|uma vez|desta vez|jednorazowo|jeden raz|en gang",
    "kerran|later|spater|plus tard|piu tardi|mas tarde|na de|pozniej|senare|senere|myohemmin|maybe|perhaps|vielleicht|peut etre",
    "quiza|quizas|forse|misschien|talvez|moze|kanske|maske|kanskje|ehka|ask again|ask first|abwarten|vent|vente|wachten|aspettare",
    "esperar|attendre|aguardar|poczekac|vanta|odottaa|se lo piensa|pensare|pensar|pensarci|zastanowi|ruhe|pause|pausa|pauze",
    // Off the list.
    "take off|taken off|us off|him off|her off|them off|me off|off everything|off the list|off our list|stop|stopp|stoppa|halt|ya no",
    "uit ons bestand|uit het bestand|uit de lijst|van de lijst|af listen|av listan|fra listen|z listy|pois listalta|dar de baja|baja",
    "ta bort|tas bort|tog tillbaka|tok tilbake|tog tilbage|trakk|trekker|trukket|har sluttet|har slutat|left the|left in|has left",
    // Angry.
    "plainte|plaintes|angry|annoyed|upset|furious|wutend|sauer|genervt|boos|kwaad|zly|zla|arg|arga|sint|sur over|sur pa|beu|stufo|stufa",
    "lei av|trott pa|traet af|trett av|tired of|sick of|gek van|moe van|la vaere|lad vaere|lat bli|lat vara|leave it|lass es|lasst es",
    // Whether they still want it is to be asked.
    "ask if|ask whether|still wants|still interested|nochmal fragen|nachfragen|erst fragen|noch interesse|noch gewunscht|a voir|a verifier",
    "demander si|toujours interesse|preguntar|sigue queriendo|da chiedere|chiedere se|perguntar|navragen|vragen of|zapytac|zapytaj|dopytac",
    "sporg|sporge|spor om|hor med|fraga om|fragas|kolla om|kysy|kysytaan|varmista|vil fortsatt|vill fortfarande|stadig vil",
];

/// Beginnings of words.
pub(super) const STEMS: &[&str] = &[
    // Erasing and taking off.
    "losch|loesch|gelosch|entfern|streich|gestrich|delet|remov|eras|effac|supprim|retir|radier|borr|elimin|suprim|cancell|rimuov",
    "toglie|tolto|verwijder|schrap|gewist|uitschrij|apag|tirou|tirar|usun|skresl|wykresl|wypis|rader|strok|stryk|slet|fjern|strog",
    "poist|vergess|oubli|olvid|dimentic|esquec|zapomn|unohta",
    // Ending and closing.
    "dejar|dejara|deixar|deixou de|lopett|enlev|fermee|ferme |chius|cerrad|fechad|gesloten|lukket|stangd|zamkn|suljettu|enleve",
    // Withdrawing and leaving.
    "withdr|widerruf|zuruckgezog|zuruckgenomm|revoc|revoq|ritir|ripens|ingetrok|intrek|aterkall|tilbakekal|tilbagekal|peruut|perunut",
    "cofn|wycof|retrat|ombestem|angra|angret|fortrudt|arrepent|repent|rozmysl|rezygn|zrezygn|desist|abgemeld|abmeld|austrag|ausgetrag",
    "unsub|optout|opt out|desabon|desinscr|desapunt|disiscr|disdett|afgemeld|afmeld|avregistr|avanmal|avmeld|utmeld|udmeld|eronnut|erosi",
    "gekundigt|kundig|ausgeschied|a quitt|quitte|dejo|saiu|odeszl|odszed|slutat|sluttet|lahtenyt",
    // Authorities and complaints.
    "complain|juridi|beschwer|plaign|quej|reclam|lament|klacht|klaag|klag|queix|skarg|skarz|valitt|valitu|spam|diffid|abmahn",
    "datatilsyn|datenschutz|datainspekt|tietosuoja|gdpr|dsgvo|rgpd|rodo",
    // Mail that does not arrive.
    "bounc|undeliv|unzustell|zuruckgekomm|komt terug|retour|returned|revient|inexist|rebot|devuel|devolv|rimbalz|palautu|studsa",
    "kommer retur|kommer tilbage|kommer tilbake|zwrot|wraca|odbij|stengt|konkurs|insolv|faillit|quiebr|falliment|falenc|upadl|bankrupt",
    // Deaths.
    "died|dead|deceas|passed away|verstorb|gestorb|decede|decedee|fallec|murio|muert|deceduto|deceduta|scompars|overled|falec|morreu",
    "zmarl|avlid|dod |dode |gatt bort|gaet bort|gikk bort|kuoll|menehty|morta |morto |morte |mort ",
    // Angry.
    "protest|wkurz|zdenerw|klagt|ergert|argert|argerl|irritat|disturb|derang|stort|stoert|pester|bother",
    "verarger|fach|enerv|agace|enfad|molest|arrabbi|seccat|zangad|chatead|farto|farta|wsciek|irriter|suuttu|vihai|kyllasty|forbann",
    // Not sure.
    "usikker|osaker|unsure|not sure|incert|insegur|onzeker|niepewn|uncertain|probably not|wohl nicht|sans doute plus|neppe|naeppe|tuskin",
    "unsicher|undecid|zoger|hesit|duda|dubbi|twijfel|duvid|wahan|tvek|tvivl|epavar|uberleg|reflech",
];

/// Remarks that say that there is none of whatever the column is about.
pub(super) const NONE_OF_THESE: &str = "none|nothing|nil|keine|keiner|kein|keines|nichts|aucun|aucune|rien|ninguno|ninguna|nada|nessuno|\
    nessuna|niente|geen|niets|nenhum|nenhuma|brak|nic|zadne|ingen|inga|inget|intet|ei mitaan|ei ole|not known|unknown|nicht bekannt|\
    unbekannt|non connu|no consta|non noto|niet bekend|nao consta|nieznany|ej kand|ikke kendt|ikke kjent|not applicable|n a";

/// Beginnings of words for what people eat, how they pay and where they park.
pub(super) const OF_ANOTHER_MATTER: &str = "allerg|gluten|lakto|lacto|vegan|vegetar|nuts|nuss|noix|noot|nötter|fisch|fleisch|meat|pork|\
    parking|parkplatz|parkering|rollstuhl|wheelchair|paid|bezahlt|paye |pagat|betaald|betalt|zaplac|maksettu|invoice|rechnung|faktur|\
    factur|fattur|bargeld|barzahlung|cash|kreditkarte|credit card";

/// What a whole remark may be, and no mail is meant by it.
pub(super) const ANOTHER_WAY: &str = "post|brief|briefe|per brief|per post|aushang|anruf|anrufen|telefon|telefonisch|letter|letters|\
    by letter|by post|phone|telephone|courrier|lettre|par courrier|par lettre|telephone|carta|cartas|por carta|correo postal|posta|\
    lettera|per posta|telefono|brev|per brev|kirje|kirjeitse|puhelin|puhelimitse|puhelu|list|listownie|poczta|poczta tradycyjna|\
    papier|paper|papper|papir|paperi|paperilla|whatsapp|sms|fax";

/// Parts of words for what is sent to many, and for how; a blank stands before a word.
pub(super) const MESSAGES: &str = "mail| mejl| meil|epost|e post|newsletter| newsl|bulletin|boletin|biuletyn|circular|circolar|rundschr|\
    rundbr|rundpost|infobr|infolettre|infopost|kundenbr|nyhetsbr|nyhedsbr|nieuwsbr|nieuwsmail|utskick|utsend|udsend|mailing|sahkop|\
    uutiskirj|tiedot|kesakirj|courriel|correo|correio|poczt|komunikat|reklam|werbung|werbe|mainos|publicid|pubblicit|publicit|\
    propagand|advert|marketing|promo|spam|verteiler|brief|brev|kirje|lettre|lettera| circ| pub | pubs |fichier|unsere liste|klubbnytt|medlemsbl|prospekt|leaflet|flyer|brochure|folder|katalog|catalog";
