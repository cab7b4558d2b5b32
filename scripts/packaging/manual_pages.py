#!/usr/bin/env python3
"""Writes manual pages from what the programs say of themselves, so that they cannot say anything else.

    manual_pages.py ALGEMEENTE ALGEMEENTE_VIEWER FOLDER
"""
import pathlib
import re
import subprocess
import sys


def said(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.rstrip()


def escaped(text):
    """Text as it is: a backslash, a hyphen, and a dot or quote at the beginning of a line mean something to roff."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.MULTILINE)


def page(name, summary, synopsis, sections):
    lines = [f'.TH {name.upper()} 1', ".SH NAME", f"{escaped(name)} \\- {escaped(summary)}", ".SH SYNOPSIS",
             f".B {escaped(synopsis)}"]
    for title, text in sections:
        lines += [f'.SH "{escaped(title)}"', ".nf", escaped(text), ".fi"]
    return "\n".join(lines) + "\n"


def main():
    algemeente, viewer, folder = sys.argv[1:]
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    overview = said(algemeente, "--help")
    listed = re.search(r"^commands:\n(.*?)\n\n", overview, re.MULTILINE | re.DOTALL).group(1)
    commands = [line.split()[0] for line in listed.splitlines()]
    summary = "how Dutch municipalities take up algorithms, month by month"
    sections = [("DESCRIPTION", overview)]
    sections += [(f"algemeente {command}", said(algemeente, command, "--help")) for command in commands]
    sections.append(("FILES", "PREFIX/share/algemeente/scenarios: scenarios, lessons and the data of the country,\n"
                              "found beside the program, by --data or by ALGEMEENTE_DATA."))
    (folder / "algemeente.1").write_text(page("algemeente", summary, "algemeente COMMAND ...", sections),
                                         encoding="utf-8")
    window = page("algemeente-viewer", "compares scenarios of municipalities in a window",
                  "algemeente-viewer [OPTION]... [FILE]", [("DESCRIPTION", said(viewer, "--help"))])
    (folder / "algemeente-viewer.1").write_text(window, encoding="utf-8")


if __name__ == "__main__":
    main()
