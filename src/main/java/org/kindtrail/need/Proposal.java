package org.kindtrail.need;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kindtrail.catalogue.Wearer;
import org.kindtrail.recipient.AgeBand;
import org.kindtrail.recipient.MemberOf;
import org.kindtrail.recipient.Sex;

/**
 * Reckons by {@link Standards} what people need. Only a proposal: who posts the need knows what they have, and what the climate and
 * their ways ask for.
 */
final class Proposal {
    /**
     * One thing that is proposed; {@code item} or {@code category}, the other is null.
     *
     * @param times for how many people, or households, it was reckoned with the figure
     */
    record Line(
            String item,
            String category,
            Wearer fits,
            List<String> sizes,
            List<String> substitutes,
            long quantity,
            Standards.Figure figure,
            long times) {
        Standards.Basis basis() {
            return figure.basis();
        }
    }

    /** Somebody, so many times over. */
    record Person(AgeBand band, Integer age, Sex sex, String clothes, String shoes, long times) {
        static Person of(MemberOf member) {
            return new Person(
                    member.band(), member.age(), member.sex(), member.clothingSize(), member.shoeSize(), 1);
        }

        static Person of(PeopleOf people) {
            return new Person(people.ageBand(), null, people.sex(), null, null, people.number());
        }

        /** Whose clothes they wear; of a youth the size tells, then the age. Whose age is not told is taken for an adult. */
        Wearer wearer(boolean childrensSize) {
            if (band == AgeBand.INFANT) {
                return Wearer.BABY;
            }
            boolean child = band == AgeBand.CHILD || band == AgeBand.ADOLESCENT && (childrensSize || youngerThanSixteen());
            return switch (sex) {
                case MALE -> child ? Wearer.BOY : Wearer.MAN;
                case FEMALE -> child ? Wearer.GIRL : Wearer.WOMAN;
                case UNKNOWN -> child ? Wearer.CHILD : Wearer.ADULT;
            };
        }

        private boolean youngerThanSixteen() {
            return clothes == null && age != null && age < 16;
        }

        boolean menstruates() {
            return sex == Sex.FEMALE && (band == AgeBand.ADOLESCENT || band == AgeBand.ADULT);
        }
    }

    private record Key(
            String item,
            String category,
            Wearer fits,
            List<String> sizes,
            List<String> substitutes,
            Standards.Figure figure) {}

    private final Function<String, List<String>> sizesOf;
    /** For how many people, or households. */
    private final Map<Key, Long> lines = new LinkedHashMap<>();

    private Proposal(Function<String, List<String>> sizesOf) {
        this.sizesOf = sizesOf;
    }

    /**
     * @param households how many households they are; 0 when nothing is asked for by the household
     * @param months for how many months of soap and the like
     * @param sizesOf the sizes that the item, or the category, of the code comes in
     */
    static List<Line> of(
            List<Person> people, int households, int months, Function<String, List<String>> sizesOf) {
        Proposal proposal = new Proposal(sizesOf);
        people.forEach(proposal::clothe);
        people.forEach(proposal::bed);
        proposal.hygiene(people);
        proposal.ask(Standards.CONTAINER, List.of(), List.of(), households, Standards.Figure.CONTAINERS);
        List<Line> told = new ArrayList<>();
        proposal.lines.forEach((key, times) -> told.add(new Line(
                key.item(),
                key.category(),
                key.fits(),
                key.sizes(),
                key.substitutes(),
                key.figure().pieces(times, months),
                key.figure(),
                times)));
        return told;
    }

    private void clothe(Person person) {
        boolean childrens = person.clothes() != null && !known("jumpers-boy", person.clothes()).isEmpty();
        Wearer wearer = person.wearer(childrens);
        for (String category : Standards.setOfCategories(wearer)) {
            add(new Key(null, category, wearer, known(category, clothes(person)), List.of(), Standards.Figure.SETS), person.times());
        }
        for (Standards.Garment garment : Standards.set(wearer)) {
            ask(garment.item(), known(garment.item(), clothes(person)), garment.substitutes(), person.times(), Standards.Figure.SETS);
        }
        shoe(person, wearer);
    }

    private void shoe(Person person, Wearer wearer) {
        Standards.Garment shoes = Standards.shoes(wearer);
        if (shoes == null) {
            add(new Key(null, "shoes", wearer, known("shoes", person.shoes()), List.of(), Standards.Figure.SHOES), person.times());
        } else {
            ask(shoes.item(), known(shoes.item(), person.shoes()), shoes.substitutes(), person.times(), Standards.Figure.SHOES);
        }
    }

    /** The size that was told, or for a child that of its age, as children's sizes are ages. */
    private static String clothes(Person person) {
        return person.clothes() != null || person.age() == null || person.band() == AgeBand.INFANT
                ? person.clothes()
                : "age " + person.age();
    }

    /** The size as the item has it: as told, in any case, or the one that the age falls into; empty when it has none such. */
    private List<String> known(String of, String size) {
        if (size == null) {
            return List.of();
        }
        return sizesOf.apply(of).stream()
                .filter(each -> each.equalsIgnoreCase(size) || size.startsWith("age ") && holds(each, Integer.parseInt(size.substring(4))))
                .limit(1)
                .toList();
    }

    /** Whether a child of that age wears "4-5". */
    private static boolean holds(String size, int age) {
        if (!size.matches("[0-9]{1,2}-[0-9]{1,2}")) {
            return false;
        }
        String[] ends = size.split("-");
        return age >= Integer.parseInt(ends[0]) && age <= Integer.parseInt(ends[1]);
    }

    /** Under two years a blanket of their own; everybody else a blanket and something to sleep on, apart from others. */
    private void bed(Person person) {
        if (person.band() == AgeBand.INFANT) {
            ask(Standards.BABY_BLANKET, List.of(), List.of(), person.times(), Standards.Figure.BABY_BLANKET);
        } else {
            ask(Standards.BLANKET, List.of(), Standards.FOR_BLANKET, person.times(), Standards.Figure.BEDDING);
            ask(Standards.MAT, List.of(), Standards.FOR_MAT, person.times(), Standards.Figure.BEDDING);
        }
    }

    private void hygiene(List<Person> people) {
        long all = people.stream().mapToLong(Person::times).sum();
        long women = people.stream().filter(Person::menstruates).mapToLong(Person::times).sum();
        ask(Standards.BAR, List.of(), Standards.FOR_BAR, all, Standards.Figure.SOAP);
        ask(Standards.LAUNDRY, List.of(), List.of(), all, Standards.Figure.LAUNDRY);
        ask(Standards.PAD, List.of(), Standards.FOR_PAD, women, Standards.Figure.PADS);
    }

    private void ask(String item, List<String> sizes, List<String> substitutes, long times, Standards.Figure figure) {
        add(new Key(item, null, null, sizes, substitutes, figure), times);
    }

    private void add(Key key, long times) {
        if (times > 0) {
            lines.merge(key, times, Long::sum);
        }
    }
}
