package io.cinema.auth.bootstrap.docs

import static groovy.io.FileType.FILES
import static groovy.io.FileVisitResult.CONTINUE
import static groovy.io.FileVisitResult.SKIP_SUBTREE

import java.nio.file.Files
import java.nio.file.Path
import java.util.regex.Pattern
import org.commonmark.node.AbstractVisitor
import org.commonmark.node.Code
import org.commonmark.node.FencedCodeBlock
import org.commonmark.node.Heading
import org.commonmark.node.IndentedCodeBlock
import org.commonmark.node.Link
import org.commonmark.node.Node
import org.commonmark.node.Text
import org.commonmark.parser.IncludeSourceSpans
import org.commonmark.parser.Parser

/** A Markdown page of the repository. */
final class Page {
    static final Path REPOSITORY = Path.of('..').toRealPath()
    private static final Set<String> NOT_OURS = ['target', 'data', '.git', 'node_modules']

    /** Its path in the repository. */
    final String name
    final List<Snippet> snippets = []
    final List<String> links = []
    final Set<String> anchors = []

    /** Lines of code blocks that nothing can be said of, as they have no info string. */
    final List<Integer> indented = []

    private Page(String name, String text) {
        this.name = name
        Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build().parse(text).accept(new Reader())
    }

    static Page named(String name) {
        new Page(name, Files.readString(REPOSITORY.resolve(name)))
    }

    /** All that are ours, in the order of their names. */
    static List<Page> all() {
        List<String> names = []
        walk(~/.+\.md/) { names << REPOSITORY.relativize(it.toPath()).toString() }
        names.sort().collect { named(it) }
    }

    /** Visits the files of the repository that are ours and so named. */
    static void walk(Pattern name, Closure<?> visit) {
        REPOSITORY.toFile().traverse([preDir: { it.name in NOT_OURS ? SKIP_SUBTREE : CONTINUE }, nameFilter: name, type: FILES], visit)
    }

    List<Snippet> getRun() {
        snippets.findAll { it.run }
    }

    /** What is to be printed by the block, or null. */
    Snippet outputOf(Snippet block) {
        int next = snippets.indexOf(block) + 1
        next < snippets.size() && snippets[next].output ? snippets[next] : null
    }

    @Override
    String toString() {
        name
    }

    private final class Reader extends AbstractVisitor {
        @Override
        void visit(FencedCodeBlock block) {
            List<String> words = block.info.tokenize()
            snippets << new Snippet(name, line(block), words ? words.first() : '', words.drop(1), block.literal)
        }

        @Override
        void visit(IndentedCodeBlock block) {
            indented << line(block)
        }

        @Override
        void visit(Link link) {
            links << link.destination
            visitChildren(link)
        }

        @Override
        void visit(Heading heading) {
            StringBuilder text = new StringBuilder()
            heading.accept(new AbstractVisitor() {
                @Override
                void visit(Text part) {
                    text << part.literal
                }

                @Override
                void visit(Code part) {
                    text << part.literal
                }
            })
            // As GitHub makes them.
            anchors << text.toString().toLowerCase().replaceAll(/[^\p{L}\p{N} _-]/, '').replace(' ', '-')
            visitChildren(heading)
        }

        private int line(Node node) {
            node.sourceSpans.first().lineIndex + 1
        }
    }
}
