"""The bare cross-check of the same exports with Polars: the yardstick of `cargo xtask bench --against polars`.

    python3 polars_crosscheck.py FILE…

Reads every file as text, takes each system's e-mail address (trimmed, lower case) and state, joins the systems, and
counts the people with a no in one system and a yes in another. No rules, no evidence, no phone numbers, no dates,
no rejected rows, nothing kept: less than an audit, and all that a quick look with a table library would give.
A zip is read member by member.
"""

import io
import sys
import time
import zipfile

import polars as pl

EMAIL = ["Email Address", "Email", "email", "E-mail", "EMAIL", "Customer Email", "E-Mail-Adresse"]
# Words in these columns tell the state.
STATUS = ["Subscription status", "subscription_status", "status", "Status"]
# A yes in these columns is a no.
REFUSED = ["Unsubscribed from all email", "Unsubscribed", "EMAIL_BLACKLISTED", "HasOptedOutOfEmail", "Email Opt Out"]
# A yes in these columns is a yes.
AGREED = ["Accepts Email Marketing", "Email marketing consent", "accepts_marketing"]
YES_WORDS = ["subscribed", "yes", "true", "1", "enabled", "opted in"]
NO_WORDS = ["unsubscribed", "no", "opted out", "blocklisted", "cleaned", "complained"]
# Mailchimp tells the state only by the name of the file.
NAMES = {"unsubscribed": "no", "cleaned": "dead", "nonsubscribed": "unknown", "subscribed": "yes"}


def tables(paths):
    """Every CSV with its name; a zip's members one by one."""
    for path in paths:
        if path.endswith(".zip"):
            with zipfile.ZipFile(path) as bundle:
                for name in sorted(bundle.namelist()):
                    if name.endswith(".csv"):
                        yield name, io.BytesIO(bundle.read(name))
        elif path.endswith((".csv", ".tsv")):
            yield path.rsplit("/", 1)[-1], path


def read(name, source):
    return pl.read_csv(
        source,
        infer_schema=False,
        separator="\t" if name.endswith(".tsv") else ",",
        truncate_ragged_lines=True,
        encoding="utf8-lossy",
    )


def system(name, header):
    if "Email Address" in header and any(name.startswith(word) for word in NAMES):
        return "mailchimp"
    if "Record ID" in header:
        return "hubspot"
    if "firstname" in header:
        return "mautic"
    return name


def state(name, header):
    """1 for a yes, -1 for a no, 0 for neither."""
    for word, meaning in NAMES.items():
        if name.startswith(word):
            return pl.lit({"yes": 1, "no": -1}.get(meaning, 0), pl.Int8)

    def word(column):
        return pl.col(column).str.strip_chars().str.to_lowercase()

    told = pl.lit(0, pl.Int8)
    for column in (column for column in STATUS if column in header):
        told = pl.when(word(column).is_in(NO_WORDS)).then(-1).when(word(column).is_in(YES_WORDS)).then(1).otherwise(told)
    for column in (column for column in AGREED if column in header):
        told = pl.when(word(column).is_in(YES_WORDS)).then(1).otherwise(told)
    for column in (column for column in REFUSED if column in header):
        told = pl.when(word(column).is_in(YES_WORDS)).then(-1).otherwise(told)
    return told.cast(pl.Int8)


def main(paths):
    start = time.perf_counter()
    rows = 0
    systems = {}
    for name, source in tables(paths):
        table = read(name, source)
        email = next((column for column in EMAIL if column in table.columns), None)
        if email is None:
            continue
        rows += table.height
        claims = table.select(
            pl.col(email).str.strip_chars().str.to_lowercase().alias("email"),
            state(name, table.columns).alias("state"),
        ).filter(pl.col("email") != "")
        systems.setdefault(system(name, table.columns), []).append(claims)

    people = None
    for name, claims in systems.items():
        each = (
            pl.concat(claims)
            .group_by("email")
            .agg((pl.col("state") > 0).any().alias(f"yes {name}"), (pl.col("state") < 0).any().alias(f"no {name}"))
        )
        people = each if people is None else people.join(each, on="email", how="full", coalesce=True)
    if people is None:
        sys.exit("none of these files has a column of e-mail addresses")

    said_yes = pl.any_horizontal(pl.col(f"yes {name}") for name in systems)
    said_no = pl.any_horizontal(pl.col(f"no {name}") for name in systems)
    torn = people.filter(said_yes.fill_null(False) & said_no.fill_null(False)).sort("email")
    seconds = time.perf_counter() - start
    print(
        f"Polars {pl.__version__}: {rows} rows of {len(systems)} systems, {people.height} people, "
        f"{torn.height} with a no in one system and a yes in another, {seconds:.2f} s without starting Python"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
