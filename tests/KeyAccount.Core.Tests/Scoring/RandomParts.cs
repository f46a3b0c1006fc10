using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

/// <summary>The parts of random scorecards and accounts.</summary>
internal static class RandomParts
{
    private static readonly Gen<double> Fraction = Gen.Choose(0, int.MaxValue).Select(part => part / (double)int.MaxValue);

    private static readonly Gen<double> Raw = Gen.Frequency(
        (4, Gen.Choose(-10, 10).Select(units => (double)units)),
        (2, Gen.Choose(-100, 100).Select(tenths => tenths / 10.0)),
        (1, Gen.Choose(-10, 10).Select(units => units * 1e6)),
        (1, Fraction.Select(part => (part * 40) - 20)));

    // Sevenths decimals that end in 5 are where the rounding of a score goes one way or the other.
    private static readonly Gen<double> Points = Gen.Frequency(
        (4, Gen.Choose(0, 10).Select(tens => tens * 10.0)),
        (2, Gen.Choose(0, 12_800).Select(parts => parts / 128.0)),
        (1, Gen.Choose(0, 1_000).Select(tenths => tenths / 10.0)),
        (1, Fraction.Select(part => part * 100)));

    private static readonly Gen<double> Weight = Gen.Frequency(
        (4, Gen.Elements(0.1, 0.2, 0.7, 0.3, 0.15, 0.05)),
        (4, Gen.Choose(1, 9).Select(units => (double)units)),
        (1, Gen.Constant(0.0)),
        (1, Fraction),
        (1, Gen.Elements(1e-9, 1e9)));

    private static readonly Gen<Scale> Linear =
        from count in Gen.Choose(2, 5)
        from raws in Raw.ArrayOf(count)
        from points in Points.ArrayOf(count)
        from direction in Gen.Elements(-1, 0, 1)
        select Scale.Linear([.. Distinct(raws).Order().Zip(direction == 0 ? points : [.. points.OrderBy(value => direction * value)])]);

    private static readonly Gen<Scale> Steps =
        from count in Gen.Choose(1, 6)
        from raws in Raw.ArrayOf(count)
        from points in Points.ArrayOf(count)
        select Scale.Steps([.. Distinct(raws).Zip(points)]);

    private static readonly Gen<Scale> Levels =
        from points in Points.ArrayOf(4)
        from unknown in Gen.Frequency((2, Gen.Constant(double.NaN)), (1, Gen.Constant(points[3])))
        select Scale.Levels(
            (Standing.Good, points[0]), (Standing.Unknown, unknown), (Standing.Poor, points[1]), (Standing.Fair, points[2]));

    public static Gen<MissingData> Policy { get; } = Gen.Elements(Enum.GetValues<MissingData>());

    public static Gen<double?> Coverage { get; } = Gen.Frequency(
        (3, Gen.Constant<double?>(null)),
        (3, Gen.Elements<double?>(0, 0.3, 0.5, 0.8, 1)),
        (1, Fraction.Select(part => (double?)part)));

    public static Gen<RandomCriterion> Criterion(string key, Measure measure, int terms) =>
        from weight in Weight
        from level in Gen.Choose(0, terms - 1)
        from criterion in Gen.Frequency(
            (4, Linear.Select(scale => new RandomCriterion(key, weight, measure, -1, scale))),
            (2, Steps.Select(scale => new RandomCriterion(key, weight, measure, -1, scale))),
            (1, Levels.Select(scale => new RandomCriterion(key, weight, null, level, scale))))
        select criterion;

    /// <summary>The criteria in one, two or three runs, grouped or not, with a weight that is not zero among them.</summary>
    public static Gen<(double? GroupWeight, RandomCriterion[] Criteria)[]> Sections(RandomCriterion[] criteria) =>
        from first in Gen.Choose(0, criteria.Length)
        from second in Gen.Choose(first, criteria.Length)
        from weights in Gen.Frequency((2, Gen.Constant<double?>(null)), (2, Weight.Select(weight => (double?)weight))).ArrayOf(3)
        select Positive([(weights[0], criteria[..first]), (weights[1], criteria[first..second]), (weights[2], criteria[second..])]);

    public static Gen<(double From, string Band)[]> Bands(double[] scores) =>
        from count in Gen.Choose(0, 4)
        from cuts in Gen.Frequency(
            (2, Gen.Choose(1, 20).Select(fives => fives * 5.0)), (1, Points), (4, scores.Length > 0 ? Gen.Elements(scores) : Points))
            .ArrayOf(count)
        select cuts.Append(0).Distinct().Order().Select((cut, i) => (cut, $"band {i}")).ToArray();

    /// <summary>Accounts whose values stand on the knots of the criteria, next to them, anywhere, or nowhere.</summary>
    public static Gen<Figures[]> Accounts(RandomCriterion[] criteria, int count)
    {
        var knots = Gen.Elements<double>([0, .. criteria.SelectMany(each => each.Scale.Knots.Select(knot => knot.Raw))]);
        var number = Gen.Frequency(
            (5, knots),
            (2, knots.Select(Math.BitIncrement)),
            (2, knots.Select(Math.BitDecrement)),
            (2, Raw),
            (1, Fraction.Select(part => (part * 40) - 20)));
        var known = Gen.Frequency((20, number), (1, Gen.Constant(double.NaN)));
        var perhaps = Gen.Frequency((6, known.Select(value => (double?)value)), (1, Gen.Constant<double?>(null)));
        var whole = number.Select(value => (int)Math.Clamp(value, -1e6, 1e6));
        var standing = Gen.Elements<Standing?>([null, .. Standing.InOrder]);
        var flag = Gen.Elements<bool?>(null, true, false);
        var inner =
            from height in perhaps
            from active in flag
            from level in standing
            select new Part { Height = height, Active = active is true, Standing = level };
        var part = from depth in known
                   from height in perhaps
                   from active in flag
                   from level in standing
                   from child in Perhaps(inner)
                   select new Part { Depth = depth, Height = height, Active = active is true, Standing = level, Inner = child };
        var account = from numbers in perhaps.ArrayOf(5)
                      from plain in known
                      from counts in whole.ArrayOf(3)
                      from rest in flag
                      from kind in standing
                      from amount in number
                      from child in Perhaps(part)
                      from absent in Gen.Choose(0, 15)
                      select new Figures
                      {
                          A = numbers[0],
                          B = numbers[1],
                          C = numbers[2],
                          D = numbers[3],
                          Ratio = (float?)numbers[4],
                          Plain = plain,
                          Whole = counts[0],
                          Count = absent is 0 or 1 ? null : counts[1],
                          Amount = absent is 1 or 2 ? null : (decimal)amount,
                          Flag = rest,
                          Standing = kind,
                          Part = child,
                      };
        return account.Where(facts => criteria.All(each => each.RawInWords(facts) is not { } raw || !double.IsInfinity(raw)))
            .ArrayOf(count);
    }

    private static Gen<T?> Perhaps<T>(Gen<T> value)
        where T : class => Gen.Frequency((4, value.Select(some => (T?)some)), (1, Gen.Constant<T?>(null)));

    private static double[] Distinct(double[] raws)
    {
        var distinct = raws.Distinct().ToArray();
        return distinct.Length > 1 ? distinct : [distinct[0], distinct[0] + 1];
    }

    private static (double? GroupWeight, RandomCriterion[] Criteria)[] Positive(
        (double? GroupWeight, RandomCriterion[] Criteria)[] sections)
    {
        var used = sections.Where(section => section.Criteria.Length > 0).ToArray();
        if (used.Any(section => section.GroupWeight is not 0 && section.Criteria.Any(each => each.Weight > 0)))
            return used;
        used[0] = (null, [used[0].Criteria[0] with { Weight = 1 }, .. used[0].Criteria[1..]]);
        return used;
    }
}
