package org.kindtrail.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.alg.interfaces.MaximumFlowAlgorithm.MaximumFlow;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.jgrapht.util.SupplierUtil;

/**
 * Takers on one side, givers on the other, and who can have of whom. JGraphT answers what flows between them. Its capacities
 * are doubles; here they are whole numbers below 2^53, which doubles hold exactly. Vertices and edges are numbers, so that
 * what is found does not depend on where objects lie in memory.
 */
final class Network {
    private static final int SOURCE = -1;
    private static final int SINK = -2;
    private static final int PERHAPS = -3;
    /** JGraphT's minimum-cost flow counts in 32 bits. */
    private static final long MOST_AT_A_COST = 100_000_000L;

    private final List<Integer> takers;
    private final List<Integer> givers;
    private final List<List<Integer>> giversOf;
    private final Map<Integer, Integer> positions = new HashMap<>();

    /**
     * @param takers their numbers
     * @param givers their numbers
     * @param giversOf for each taker in that order, of whom it can have
     */
    Network(List<Integer> takers, List<Integer> givers, List<List<Integer>> giversOf) {
        this.takers = takers;
        this.givers = givers;
        this.giversOf = giversOf;
        for (int j = 0; j < givers.size(); j++) {
            positions.put(givers.get(j), j);
        }
    }

    List<Integer> takers() {
        return takers;
    }

    List<Integer> givers() {
        return givers;
    }

    /** How much somebody takes or gives. */
    interface Amount {
        long of(int number);
    }

    /** That part of it alone: of nobody outside can anything be had. */
    Network part(List<Integer> someTakers, List<Integer> someGivers) {
        Set<Integer> there = new HashSet<>(someGivers);
        Set<Integer> wanted = new HashSet<>(someTakers);
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < takers.size(); i++) {
            if (wanted.contains(takers.get(i))) {
                lists.add(giversOf.get(i).stream().filter(there::contains).toList());
            }
        }
        return new Network(someTakers, someGivers, lists);
    }

    /** The same seen from the other side: givers take. */
    Network turned() {
        Map<Integer, List<Integer>> takersOf = new HashMap<>();
        givers.forEach(giver -> takersOf.put(giver, new ArrayList<>()));
        for (int i = 0; i < takers.size(); i++) {
            int taker = takers.get(i);
            giversOf.get(i).forEach(giver -> takersOf.get(giver).add(taker));
        }
        return new Network(givers, takers, givers.stream().map(takersOf::get).toList());
    }

    /**
     * Those who together want more than there is for them.
     *
     * @param takers empty when everybody can have what they want
     * @param givers all of whom these can have anything
     */
    record Short(List<Integer> takers, List<Integer> givers) {
        boolean none() {
            return takers.isEmpty();
        }
    }

    /** Whether all takers can have so much at once, and if not, who stands in each other's way: a minimum cut. */
    Short shortOf(Amount wanted, Amount there) {
        Graph<Integer, Integer> graph = graph();
        long total = 0;
        for (int i = 0; i < takers.size(); i++) {
            long amount = wanted.of(takers.get(i));
            total += amount;
            if (amount > 0) {
                connect(graph, SOURCE, 2 * i, amount);
                connectGivers(graph, i, amount);
            }
        }
        for (int j = 0; j < givers.size(); j++) {
            connect(graph, 2 * j + 1, SINK, there.of(givers.get(j)));
        }
        PushRelabelMFImpl<Integer, Integer> flow = new PushRelabelMFImpl<>(graph);
        long most = whole(flow.calculateMinCut(SOURCE, SINK));
        if (most == total) {
            return new Short(List.of(), List.of());
        }
        Set<Integer> cut = flow.getSourcePartition();
        List<Integer> inTheWay = new ArrayList<>();
        List<Integer> used = new ArrayList<>();
        for (int i = 0; i < takers.size(); i++) {
            if (cut.contains(2 * i)) {
                inTheWay.add(takers.get(i));
            }
        }
        for (int j = 0; j < givers.size(); j++) {
            if (cut.contains(2 * j + 1)) {
                used.add(givers.get(j));
            }
        }
        return new Short(inTheWay, used);
    }

    /** So much goes from a giver to a taker. */
    record Carried(int taker, int giver, long amount) {}

    /** Whether what the giver has is the second choice of the taker. */
    interface SecondChoice {
        boolean is(int taker, int giver);
    }

    /**
     * Shares out all that the givers have: takers take what they surely take, and among them the rest of what they may; as
     * little as possible goes where it is second choice.
     *
     * @param may how much more than surely each may take
     */
    List<Carried> carry(Amount surely, Amount may, Amount there, SecondChoice second) {
        Graph<Integer, Integer> graph = graph();
        Map<Integer, Long> capacities = new HashMap<>();
        Set<Integer> secondChoices = new HashSet<>();
        long total = 0;
        long sure = 0;
        for (int j = 0; j < givers.size(); j++) {
            long amount = there.of(givers.get(j));
            total += amount;
            capacities.put(graph.addEdge(2 * j + 1, SINK), amount);
        }
        for (int i = 0; i < takers.size(); i++) {
            long certain = surely.of(takers.get(i));
            long more = may.of(takers.get(i));
            sure += certain;
            capacities.put(graph.addEdge(SOURCE, 2 * i), certain);
            if (more > 0) {
                capacities.put(graph.addEdge(PERHAPS, 2 * i), more);
            }
            for (int giver : certain + more > 0 ? giversOf.get(i) : List.<Integer>of()) {
                Integer edge = graph.addEdge(2 * i, 2 * positions.get(giver) + 1);
                capacities.put(edge, Math.min(certain + more, there.of(giver)));
                if (second.is(takers.get(i), giver)) {
                    secondChoices.add(edge);
                }
            }
        }
        capacities.put(graph.addEdge(SOURCE, PERHAPS), total - sure);
        Map<Integer, Double> flow = secondChoices.isEmpty() || total > MOST_AT_A_COST
                ? anyhow(graph, capacities)
                : atLeastCost(graph, capacities, secondChoices, (int) total);
        return carried(graph, flow);
    }

    private static Map<Integer, Double> anyhow(
            Graph<Integer, Integer> graph, Map<Integer, Long> capacities) {
        capacities.forEach((edge, capacity) -> graph.setEdgeWeight(edge, capacity));
        MaximumFlow<Integer> flow = new PushRelabelMFImpl<>(graph).getMaximumFlow(SOURCE, SINK);
        return flow.getFlowMap();
    }

    private static Map<Integer, Double> atLeastCost(
            Graph<Integer, Integer> graph,
            Map<Integer, Long> capacities,
            Set<Integer> secondChoices,
            int total) {
        graph.edgeSet().forEach(edge -> graph.setEdgeWeight(edge, secondChoices.contains(edge) ? 1 : 0));
        MinimumCostFlowProblemImpl<Integer, Integer> problem = new MinimumCostFlowProblemImpl<>(
                graph,
                vertex -> vertex == SOURCE ? total : vertex == SINK ? -total : 0,
                edge -> (int) Math.min(total, capacities.get(edge)));
        return new CapacityScalingMinimumCostFlow<Integer, Integer>()
                .getMinimumCostFlow(problem)
                .getFlowMap();
    }

    private List<Carried> carried(Graph<Integer, Integer> graph, Map<Integer, Double> flow) {
        List<Carried> carried = new ArrayList<>();
        for (Integer edge : graph.edgeSet()) {
            int from = graph.getEdgeSource(edge);
            int to = graph.getEdgeTarget(edge);
            long amount = Math.round(flow.getOrDefault(edge, 0.0));
            if (from >= 0 && to >= 0 && amount > 0) {
                carried.add(new Carried(takers.get(from / 2), givers.get(to / 2), amount));
            }
        }
        return carried;
    }

    private Graph<Integer, Integer> graph() {
        Graph<Integer, Integer> graph = new SimpleDirectedWeightedGraph<>(null, SupplierUtil.createIntegerSupplier());
        graph.addVertex(SOURCE);
        graph.addVertex(SINK);
        graph.addVertex(PERHAPS);
        for (int i = 0; i < takers.size(); i++) {
            graph.addVertex(2 * i);
        }
        for (int j = 0; j < givers.size(); j++) {
            graph.addVertex(2 * j + 1);
        }
        return graph;
    }

    private void connectGivers(Graph<Integer, Integer> graph, int i, long amount) {
        for (int giver : giversOf.get(i)) {
            connect(graph, 2 * i, 2 * positions.get(giver) + 1, amount);
        }
    }

    private static void connect(Graph<Integer, Integer> graph, int from, int to, long amount) {
        graph.setEdgeWeight(graph.addEdge(from, to), amount);
    }

    private static long whole(double amount) {
        return Math.round(amount);
    }
}
