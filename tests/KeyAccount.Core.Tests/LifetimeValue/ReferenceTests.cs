using System.Globalization;
using KeyAccount.Core.LifetimeValue;

namespace KeyAccount.Core.Tests.LifetimeValue;

/// <summary>The purchase models against 25 digits that another program made from the published closed forms: References.tsv and how it is
/// made, references.py.</summary>
[Trait("Frameworks", "all")]
public class ReferenceTests
{
    private const double Accuracy = 1e-9;

    private static readonly Dictionary<string, Func<double[], double>> Kinds = new(StringComparer.Ordinal)
    {
        ["bg.new"] = a => Bg(a).ExpectedOrders(a[4]),
        ["bg.alive"] = a => Bg(a).ProbabilityAlive(a[4], a[5], a[6]),
        ["bg.expected"] = a => Bg(a).ExpectedOrders(a[7], a[4], a[5], a[6]),
        ["bg.pmf"] = a => Bg(a).ProbabilityOf((int)a[4], a[5]),
        ["cnbd.alive"] = a => Cnbd(a).ProbabilityAlive(a[5], a[6], a[7]),
        ["cnbd.expected"] = a => Cnbd(a).ExpectedOrders(a[8], a[5], a[6], a[7]),
        ["cnbd.pmf"] = a => Cnbd(a).ProbabilityOf((int)a[5], a[6]),
        ["pareto.new"] = a => Pareto(a).ExpectedOrders(a[4]),
        ["pareto.alive"] = a => Pareto(a).ProbabilityAlive(a[4], a[5], a[6]),
        ["pareto.expected"] = a => Pareto(a).ExpectedOrders(a[7], a[4], a[5], a[6]),
        ["sbg.survival"] = a => new ShiftedBetaGeometric(a[0], a[1]).Survival((int)a[2]),
        ["sbg.residual"] = a => new ShiftedBetaGeometric(a[0], a[1]).ResidualContracts((int)a[2], a[3]),
    };

    public static TheoryData<string> AllKinds => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void A_figure_has_nine_digits(string kind)
    {
        var rows = Rows().Where(row => row[0] == kind).ToArray();
        rows.Should().NotBeEmpty();
        rows.Select(FaultOf).Where(fault => fault is not null).Should().BeEmpty();
    }

    [Fact]
    public void No_reference_is_left_out() => Rows().Select(row => row[0]).Distinct(StringComparer.Ordinal).Should().BeEquivalentTo(Kinds.Keys);

    private static string? FaultOf(string[] row)
    {
        var figure = Kinds[row[0]]([.. row[1].Split(' ').Select(Number)]);
        var reference = Number(row[2]);

        // What is below the smallest double of full precision is as good as 0.
        var error = Math.Abs(reference) < 1e-300 ? Math.Abs(figure) * 1e290 : Math.Abs((figure / reference) - 1);
        return error <= Accuracy ? null : $"{string.Join(' ', row)}: {figure:R}, off by {error:0.0e0}";
    }

    private static BgNbd Bg(double[] p) => new(p[0], p[1], p[2], p[3]);

    private static BgCnbd Cnbd(double[] p) => new((int)p[0], p[1], p[2], p[3], p[4]);

    private static ParetoNbd Pareto(double[] p) => new(p[0], p[1], p[2], p[3]);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows()
    {
        using var stream = typeof(ReferenceTests).Assembly.GetManifestResourceStream("LifetimeValue/References.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line[0] != '#')
                yield return line.Split('\t');
        }
    }
}
