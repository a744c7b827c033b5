package io.provenant.network.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the rounds of one kind of call gave. */
public final class Samples {

    private final List<Double> rates = new ArrayList<>();
    private final List<Double> millis = new ArrayList<>();
    private final Map<String, List<Double>> cpu = new TreeMap<>();
    private final Map<String, Integer> errors = new TreeMap<>();

    /** Takes in a round, with the CPU milliseconds that each group of processes took for all of it. */
    public void add(LoadLoop.Result round, Map<String, Double> cpuMillis) {
        rates.add(round.perSecond());
        millis.addAll(round.millis());
        int calls = Math.max(1, round.millis().size());
        cpuMillis.forEach((group, used) ->
                cpu.computeIfAbsent(group, absent -> new ArrayList<>()).add(used / calls));
        round.errors().forEach((text, times) -> errors.merge(text, times, Integer::sum));
    }

    /** Calls a second, the median round's. */
    public double rate() {
        return median(rates);
    }

    /** The least and the most of any round. */
    public String spread() {
        return String.format(
                Locale.ROOT,
                "%.0f to %.0f",
                rates.stream().min(Comparator.naturalOrder()).orElseThrow(),
                rates.stream().max(Comparator.naturalOrder()).orElseThrow());
    }

    /** The time within which this share of all calls ended, in ms. */
    public double percentile(double share) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * share)));
    }

    /** CPU milliseconds that a group of processes takes for a call, the median round's. */
    public double cpu(String group) {
        return median(cpu.getOrDefault(group, List.of(0.0)));
    }

    /** The same of every group, and their sum. */
    public String cpuText() {
        double sum = cpu.values().stream().mapToDouble(Samples::median).sum();
        return cpu.keySet().stream()
                .map(group -> String.format(Locale.ROOT, "%s %.2f", group, cpu(group)))
                .collect(Collectors.joining(", ", String.format(Locale.ROOT, "all %.2f: ", sum), ""));
    }

    /** What went wrong, by text. */
    public Map<String, Integer> errors() {
        return Map.copyOf(errors);
    }

    /** The middle one. */
    public static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
