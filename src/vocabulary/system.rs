//! The systems whose exports are known.

use serde::{Deserialize, Serialize};

macro_rules! systems {
    ($($(#[doc = $doc:literal])* $name:ident = $word:literal;)*) => {
        /// Where a table was exported from.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
        pub enum System { $($(#[doc = $doc])* #[serde(rename = $word)] $name,)* }

        impl System {
            /// Every system, in the order of output.
            pub const ALL: [Self; [$($word),*].len()] = [$(Self::$name),*];

            /// The word of the command-line contract.
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// The system of a contract word.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|system| system.word() == word)
            }
        }
    };
}

systems! {
    /// 4Dem, formerly MailChef.
    FourDem = "4dem";
    /// ActiveCampaign.
    ActiveCampaign = "activecampaign";
    /// Apsis.
    Apsis = "apsis";
    /// AWeber.
    AWeber = "aweber";
    /// beehiiv.
    Beehiiv = "beehiiv";
    /// Benchmark Email.
    Benchmark = "benchmark";
    /// Brevo, formerly Sendinblue.
    Brevo = "brevo";
    /// Campaign Monitor.
    CampaignMonitor = "campaign-monitor";
    /// CiviCRM.
    CiviCrm = "civicrm";
    /// CleverReach.
    CleverReach = "cleverreach";
    /// Microsoft Dynamics 365 and Dataverse.
    Dynamics365 = "dynamics365";
    /// EmailOctopus.
    EmailOctopus = "emailoctopus";
    /// Facebook and Instagram lead ads.
    FacebookLeadAds = "facebook-lead-ads";
    /// Freshsales.
    Freshsales = "freshsales";
    /// GetResponse.
    GetResponse = "getresponse";
    /// Ghost.
    Ghost = "ghost";
    /// Google Contacts.
    GoogleContacts = "google-contacts";
    /// HubSpot.
    HubSpot = "hubspot";
    /// Intercom.
    Intercom = "intercom";
    /// Klaviyo.
    Klaviyo = "klaviyo";
    /// LinkedIn connections.
    LinkedIn = "linkedin";
    /// listmonk.
    Listmonk = "listmonk";
    /// Magento and Adobe Commerce.
    Magento = "magento";
    /// Mailchimp.
    Mailchimp = "mailchimp";
    /// MailerLite.
    MailerLite = "mailerlite";
    /// Mailjet.
    Mailjet = "mailjet";
    /// MailPoet.
    MailPoet = "mailpoet";
    /// Mailtrain.
    Mailtrain = "mailtrain";
    /// MailUp.
    MailUp = "mailup";
    /// Mautic.
    Mautic = "mautic";
    /// Newsletter2Go.
    Newsletter2Go = "newsletter2go";
    /// Odoo.
    Odoo = "odoo";
    /// Outlook.
    Outlook = "outlook";
    /// phpList.
    PhpList = "phplist";
    /// Pipedrive.
    Pipedrive = "pipedrive";
    /// PrestaShop's newsletter module.
    PrestaShop = "prestashop";
    /// rapidmail.
    Rapidmail = "rapidmail";
    /// Rule.
    Rule = "rule";
    /// Salesforce.
    Salesforce = "salesforce";
    /// Sarbacane.
    Sarbacane = "sarbacane";
    /// Sendy.
    Sendy = "sendy";
    /// Shopify.
    Shopify = "shopify";
    /// Stripe.
    Stripe = "stripe";
    /// Substack.
    Substack = "substack";
    /// SugarCRM.
    SugarCrm = "sugarcrm";
    /// SuiteCRM.
    SuiteCrm = "suitecrm";
    /// Typeform.
    Typeform = "typeform";
    /// Ungapped.
    Ungapped = "ungapped";
    /// WooCommerce.
    WooCommerce = "woocommerce";
    /// Users of WordPress.
    WordPressUsers = "wordpress-users";
    /// Zoho Campaigns.
    ZohoCampaigns = "zoho-campaigns";
    /// Any other list, read by its column names and cells.
    List = "list";
}
