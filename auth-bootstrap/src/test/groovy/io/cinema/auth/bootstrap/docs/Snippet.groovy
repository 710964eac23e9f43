package io.cinema.auth.bootstrap.docs

import groovy.transform.Canonical

/**
 * A fenced block of a page. The words after the language say what holds it to the truth; none of them shows on the page.
 *
 * <ul>
 *   <li>{@code sh}: is run, with all others of its page in their order, by {@link WalkthroughSpec};
 *   <li>{@code sh by-hand}, or any other language: can't be run here; {@link SnippetsSpec} lists all of them;
 *   <li>{@code … output}: what the block above prints, where {@code …} stands for any text;
 *   <li>{@code … file NAME}: is a file that the blocks after it use;
 *   <li>{@code … from PATH}: stands in that file of the repository, which is compiled or run;
 *   <li>{@code xml pom}: dependencies on modules of ours;
 *   <li>{@code sql NAME}: is run on Postgres, by {@link OperatingSpec};
 *   <li>{@code text}: a drawing.
 * </ul>
 */
@Canonical
class Snippet {
    static final String SHELL = 'sh'

    String page
    int line
    String language
    List<String> marks
    String text

    boolean isRun() {
        language == SHELL && marks.empty
    }

    boolean isByHand() {
        marks == ['by-hand']
    }

    boolean isOutput() {
        marks == ['output']
    }

    boolean isDrawing() {
        language == 'text' && marks.empty
    }

    boolean isPom() {
        language == 'xml' && marks == ['pom']
    }

    /** What the statements are for, or null. */
    String getStatements() {
        language == 'sql' && marks.size() == 1 && page == OperatingSpec.PAGE ? marks[0] : null
    }

    /** The name of the file that it is, or null. */
    String getFile() {
        marks.size() == 2 && marks[0] == 'file' ? marks[1] : null
    }

    /** Where in the repository it stands, or null. */
    String getSource() {
        marks.size() == 2 && marks[0] == 'from' ? marks[1] : null
    }

    boolean isKnown() {
        run || byHand || output || pom || statements || drawing || file || source
    }

    /** The problems that its comments say will come, in their order: {@code curl … # token-revoked}. */
    List<String> getComments() {
        text.readLines().findAll { it =~ /\s# / && !it.startsWith('#') }.collect { it.substring(it.lastIndexOf('# ') + 2).trim() }
    }

    @Override
    String toString() {
        "$page:$line"
    }
}
