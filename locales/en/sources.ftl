# What an export lacks, and how to get it: said by the terminal and by the window.
lacks-brevo = When and with which wording a person agreed is not in this export: declare the forms, or export the log of each form. When a person was blocked is not in it either.
lacks-hubspot = What a person opted in to, and with which wording, is only in HubSpot's communication subscription history: export it per contact, or declare the forms and their wording.
lacks-hubspot-unsubscribes = This export has no dates: when a person unsubscribed stays unknown.
lacks-listmonk = Which lists a person confirmed or left is not in this table: export each subscriber's data as JSON, or query subscriber_lists.
lacks-mailchimp = Archived and pending contacts are not in an audience export, and the wording of the sign-up form is in none: export archived contacts by themselves, and declare the wording of each form.
lacks-mautic = Mautic's contacts export has no unsubscribes and no bounces: build a report of contacts with the do-not-contact columns, and import it beside this file.
lacks-salesforce = Salesforce keeps opt-outs here, but no consent: export Individual and ContactPointTypeConsent too, or declare how these people agreed.
lacks-salesforce-individuals = The privacy record has no address: import Contact or Lead of the same export beside it.
lacks-salesforce-channels = The consent record has no address: import Contact or Lead of the same export beside it.
lacks-shopify = Shopify's table has no date, form or level of consent, and a no does not tell unsubscribed from never asked: read email_marketing_consent through Shopify's API, or add the unsubscribes of the system that sends.
lacks-woocommerce = WooCommerce stores no consent: add the export of the newsletter plugin or system the shop uses.
lacks-list-state = This list says of nobody whether they agreed. Add a column that does, or declare how these people came onto it.
lacks-list-date = This list does not say when people agreed. Add the dates from forms or cards, or declare when they were collected.
lacks-list-source = This list does not say where people agreed. Add a column with the form, stand or shop, or declare where the list comes from.
lacks-list-wording = This list does not say what people agreed to. Declare the wording that stood on the form or card.
lacks-list-wording-method = This list does not say what people agreed to, or by which act. Declare the wording of the form or card, and how they agreed.
