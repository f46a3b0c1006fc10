using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

public class ScalePropertyTests
{
    // Widths and heights of every order of magnitude, the least possible among them.
    private static readonly Gen<double> Raw = Gen.Frequency(
        (3, Gen.Choose(-1_000, 1_000).Select(units => units / 10.0)),
        (1, from mantissa in Gen.Choose(-1_000_000, 1_000_000) from power in Gen.Choose(-300, 300) select mantissa * Math.Pow(10, power)),
        (1, Gen.Choose(-3, 3).Select(steps => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(1) + steps))));

    private static readonly Gen<double> Points = Gen.Frequency(
        (3, Gen.Choose(0, 1_000).Select(tenths => tenths / 10.0)),
        (1, Gen.Choose(0, int.MaxValue).Select(part => 100 * (part / (double)int.MaxValue))),
        (1, Gen.Choose(1, 300).Select(power => Math.Pow(10, -power))),
        (1, Gen.Elements(0, double.Epsilon, 99.99999999999999, 100)));

    private static readonly Gen<ScalePoint[]> RisingKnots =
        from raws in Gen.Choose(2, 6).SelectMany(count => Raw.ArrayOf(count))
        from points in Points.ArrayOf(raws.Length)
        let sorted = raws.Distinct().Order().Zip(points.Order(), (raw, value) => new ScalePoint(raw, value)).ToArray()
        where sorted.Length > 1 && sorted.Zip(sorted.Skip(1)).All(pair => double.IsFinite(Slope(pair.First, pair.Second)))
        select sorted;

    [Fact]
    public void At_a_knot_a_line_gives_exactly_the_points_of_the_knot() => ForAll(knots =>
    {
        var line = Line(knots);
        Assert.All(knots, knot => Assert.Equal(knot.Points, line.Points(knot.Raw)));
    });

    [Fact]
    public void Where_knots_rise_the_points_rise_in_every_double() => ForAll(knots =>
    {
        var line = Line(knots);
        var raws = knots.Zip(knots.Skip(1)).SelectMany(pair => Between(pair.First.Raw, pair.Second.Raw)).Order().ToArray();
        Assert.All(raws.Zip(raws.Skip(1)), pair => Assert.True(line.Points(pair.First) <= line.Points(pair.Second)));
        Assert.All(raws, raw => Assert.InRange(line.Points(raw), line.Minimum, line.Maximum));
    });

    [Fact]
    public void Where_knots_fall_the_points_fall_in_every_double() => ForAll(knots =>
    {
        var falling = knots.Zip(Enumerable.Reverse(knots), (raw, value) => new ScalePoint(raw.Raw, value.Points)).ToArray();
        if (!falling.Zip(falling.Skip(1)).All(pair => double.IsFinite(Slope(pair.First, pair.Second))))
            return;
        var line = Line(falling);
        var raws = falling.Zip(falling.Skip(1)).SelectMany(pair => Between(pair.First.Raw, pair.Second.Raw)).Order().ToArray();
        Assert.All(raws.Zip(raws.Skip(1)), pair => Assert.True(line.Points(pair.First) >= line.Points(pair.Second)));
        Assert.All(falling, knot => Assert.Equal(knot.Points, line.Points(knot.Raw)));
    });

    private static Scale Line(ScalePoint[] knots) => Scale.Linear(Array.ConvertAll(knots, knot => (knot.Raw, knot.Points)));

    private static double Slope(ScalePoint left, ScalePoint right) => (right.Points - left.Points) / (right.Raw - left.Raw);

    // Both ends, places between them, and the doubles next to each.
    private static IEnumerable<double> Between(double left, double right) =>
        new[] { 0, 0.01, 0.25, 0.5, 0.9, 1 }.Select(part => Math.Min(right, left + ((right - left) * part)))
            .SelectMany(raw => new[] { Math.BitDecrement(Math.BitDecrement(raw)), Math.BitDecrement(raw), raw, Math.BitIncrement(raw) });

    private static void ForAll(Action<ScalePoint[]> holds) => FsCheck.Check.One(
        Seeded.Cases(3_000), Prop.ForAll(RisingKnots.ToArbitrary(), holds));
}
