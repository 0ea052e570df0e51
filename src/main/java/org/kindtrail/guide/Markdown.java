package org.kindtrail.guide;

import java.net.URI;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Makes a guide from its Markdown. Its first heading is the title; bold words that begin a paragraph are a heading, too, so
 * that a link can lead to them. Links to other guides and pictures stay, what is not in the program becomes plain words.
 */
final class Markdown {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final TextContentRenderer WORDS = TextContentRenderer.builder().build();
    private static final Pattern GUIDE = Pattern.compile("guide/(?:[a-z]{2}/)?([a-z-]+)\\.md(#.*)?");
    private static final Pattern PICTURE = Pattern.compile("pictures/([^/]+)");
    /** Bold words that end so are a sentence of their own. */
    private static final Pattern WHOLE = Pattern.compile(".*[.?!]");

    private final IdGenerator ids = IdGenerator.builder().build();
    private final List<Guide.Part> parts = new ArrayList<>();
    private final Map<Node, String> anchors = new IdentityHashMap<>();
    private final Map<Node, GuidePicture> pictures = new IdentityHashMap<>();
    private final List<String> given;
    private final URI file;

    private Markdown(String name, String language, List<String> given) {
        this.given = given;
        file = URI.create("guide/" + (language.equals("en") ? "" : language + "/") + name + ".md");
    }

    /** @param given the anchors, in order, where the guide is a translation; empty: they are made of its words */
    static Guide of(String name, String language, String text, List<String> given) {
        return new Markdown(name, language, given).make(name, language, text);
    }

    private Guide make(String name, String language, String text) {
        Node document = PARSER.parse(text);
        String title = name;
        if (document.getFirstChild() instanceof Heading first && first.getLevel() == 1) {
            title = WORDS.render(first);
            first.unlink();
        }
        boolean beneath = false;
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                beneath = heading.getLevel() == 2;
                anchor(heading, WORDS.render(heading), heading.getLevel() > 2);
            } else if (node instanceof Paragraph paragraph && paragraph.getFirstChild() instanceof StrongEmphasis bold) {
                anchor(head(paragraph, bold, beneath), WORDS.render(bold).replaceFirst("[.:]$", ""), beneath);
            }
        }
        document.accept(new Leading());
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> this::attributes)
                .build();
        // A bracket in a text is escaped: only elements without a content end so, and HTML wants no slash there.
        return new Guide(name, language, title, renderer.render(document).replace(" />", ">"), List.copyOf(parts));
    }

    private void anchor(Node node, String words, boolean deep) {
        int place = parts.size();
        String id = place < given.size() ? given.get(place) : ids.generateId(words);
        parts.add(new Guide.Part(id, words, deep));
        anchors.put(node, id);
    }

    /** The bold words as a heading before the paragraph; the paragraph itself where they begin its sentence. */
    private static Node head(Paragraph paragraph, StrongEmphasis bold, boolean beneath) {
        if (!WHOLE.matcher(WORDS.render(bold)).matches() || bold.getNext() == null) {
            return paragraph;
        }
        Heading heading = new Heading();
        heading.setLevel(beneath ? 3 : 2);
        heading.appendChild(new Text(WORDS.render(bold).replaceFirst("[.]$", "")));
        bold.unlink();
        if (paragraph.getFirstChild() instanceof Text rest) {
            rest.setLiteral(rest.getLiteral().stripLeading());
        }
        paragraph.insertBefore(heading);
        return heading;
    }

    private void attributes(Node node, String tag, Map<String, String> attributes) {
        String id = anchors.get(node);
        if (id != null) {
            attributes.put("id", id);
        }
        attributes.remove("rel");
        if (node instanceof Image) {
            GuidePicture picture = pictures.get(node);
            attributes.put("width", String.valueOf(picture.width()));
            attributes.put("height", String.valueOf(picture.height()));
            attributes.put("loading", "lazy");
        }
        if (node instanceof TableCell cell) {
            attributes.remove("align");
            if (cell.isHeader()) {
                attributes.put("scope", "col");
            }
        }
    }

    /** Where the links lead in the program. */
    private final class Leading extends AbstractVisitor {
        @Override
        public void visit(Link link) {
            String to = link.getDestination();
            if (to.startsWith("#") || to.startsWith("https://")) {
                return;
            }
            Matcher guide = GUIDE.matcher(file.resolve(to).toString());
            if (guide.matches() && GuideName.read(guide.group(1)).isPresent()) {
                link.setDestination("/guide/" + guide.group(1) + (guide.group(2) == null ? "" : guide.group(2)));
            } else {
                opened(link);
            }
        }

        @Override
        public void visit(Image image) {
            Matcher address = PICTURE.matcher(file.resolve(image.getDestination()).toString());
            Optional<GuidePicture> picture = address.matches() ? GuidePicture.named(address.group(1)) : Optional.empty();
            if (picture.isPresent()) {
                image.setDestination("/guide/pictures/" + picture.get().name());
                pictures.put(image, picture.get());
            } else {
                opened(image);
            }
        }

        /** The words of a node that cannot stand, in its place. */
        private void opened(Node node) {
            for (Node child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
                node.insertBefore(child);
            }
            node.unlink();
        }
    }
}
