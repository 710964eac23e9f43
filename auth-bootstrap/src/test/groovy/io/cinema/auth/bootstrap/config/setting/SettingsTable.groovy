package io.cinema.auth.bootstrap.config.setting

import static io.cinema.auth.bootstrap.config.setting.Setting.Trait.REQUIRED
import static io.cinema.auth.bootstrap.config.setting.Setting.Trait.SECRET

/** The table of docs/configuration.md, as the list of settings has it. */
final class SettingsTable {
    private static final String BEGIN = '<!-- settings -->\n'
    private static final String END = '<!-- end of settings -->\n'

    private SettingsTable() {}

    static String in(String page) {
        page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END))
    }

    /** The page with another table. */
    static String replaced(String page) {
        page.replace(BEGIN + SettingsTable.in(page) + END, BEGIN + text() + END)
    }

    static String text() {
        '\n' + Settings.sections().collect { section(it) }.join('\n') + '\n'
    }

    private static String section(Section section) {
        "### ${section.title()}\n\n| variable | type | default | meaning |\n|---|---|---|---|\n" + section.settings().collect { row(it) }.join('')
    }

    private static String row(Setting setting) {
        "| `${setting.name()}` | ${setting.type().title()}${setting.is(SECRET) ? ', secret' : ''} | ${fallback(setting)} | ${setting.meaning()} |\n"
    }

    private static String fallback(Setting setting) {
        if (setting.fallback() == null) {
            return setting.is(REQUIRED) ? 'needed' : 'none'
        }
        setting.fallback() =~ /[ `]/ ? setting.fallback() : "`${setting.fallback()}`"
    }
}
