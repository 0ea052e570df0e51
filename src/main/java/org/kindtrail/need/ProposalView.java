package org.kindtrail.need;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kindtrail.catalogue.Wearer;

/** What people need by standards: lines that a need can be posted with, once somebody has looked at them. */
@Schema(name = "NeedProposal", description = "What people need by standards; a need can be posted with these lines")
public record ProposalView(
        @Schema(description = "For how many people of which sex and age it was reckoned") List<PeopleOf> people,
        @Schema(description = "What is proposed; at most 50 lines") List<Line> lines,
        @Schema(description = "How many lines there were beyond 50") int left) {

    /** One thing that is proposed. */
    @Schema(name = "ProposedLine", description = "One thing that is proposed")
    public record Line(
            @Schema(nullable = true, description = "Code of the item") String item,
            @Schema(nullable = true, description = "Code of the category, when no item is named") String category,
            @Schema(description = "The item or category in words") String what,
            @Schema(nullable = true, description = "Who it must fit; null: whoever the item is for") Wearer fits,
            @Schema(description = "The sizes that will do; empty: any, or not told") List<String> sizes,
            @Schema(description = "Codes of items that will do in its place") List<String> substitutes,
            @Schema(description = "How many, in the item's unit") long quantity,
            @Schema(description = "Where the figure comes from: sphere is The Sphere Handbook 2018, house nobody's standard")
                    Standards.Basis basis,
            @Schema(description = "Which figure it was reckoned with", examples = "soap") Standards.Figure figure,
            @Schema(description = "The figure: for one person or household (soap and pads: and month), in pieces; of soap in grams", examples = "250")
                    int amount,
            @Schema(description = "For how many people it was reckoned; of containers, for how many households", examples = "5")
                    long times,
            @Schema(
                            description = "How it was reckoned, and whose figure it is, in words",
                            examples = "250 g for each of 5 people, in bars of 100 g (The Sphere Handbook 2018)")
                    String reckoned) {}
}
