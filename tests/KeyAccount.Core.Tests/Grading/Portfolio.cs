using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Tests.Grading;

/// <summary>One case of a property: a portfolio and how to grade it. Ties, revenue that is not positive and sums that meet a cut
/// exactly are frequent, because that is where gradings go wrong.</summary>
internal sealed record Portfolio(decimal[] Revenues, ParetoCuts Cuts, ParetoRule Rule)
{
    private static readonly Gen<decimal> Amount = Gen.Frequency(
        (8, Gen.Choose(1, 20).Select(units => (decimal)units)),
        (2, Gen.Choose(-20, 0).Select(units => (decimal)units)),
        (1, Gen.Choose(1, 10_000_000).Select(cents => cents / 100m)),
        (1, Gen.Choose(1, int.MaxValue).Select(last => new decimal(last, 0, 0, isNegative: false, scale: 15))));

    private static readonly Gen<decimal[]> Amounts =
        from pool in Gen.Choose(1, 5).SelectMany(size => Amount.ArrayOf(size))
        from count in Gen.Choose(0, 25)
        from amounts in Gen.Frequency((3, Gen.Elements(pool)), (1, Amount)).ArrayOf(count)
        from rounded in Gen.Elements(true, false)
        select rounded ? [.. amounts, UpToARoundTotal(amounts)] : amounts;

    private static readonly Gen<ParetoCuts> AnyCuts = Gen.Frequency(
        (3, Gen.Constant(ParetoCuts.OfRevenue)),
        (2, Gen.Constant(ParetoCuts.OfHeadCount)),
        (4, CutsOf(20)),
        (2, CutsOf(10_000)),
        (1, CutsOf(int.MaxValue)));

    public static Gen<Portfolio> Any { get; } =
        from revenues in Amounts
        from cuts in Gen.OneOf(AnyCuts, CutsAtSumsOf(revenues))
        from rule in Gen.Elements(Enum.GetValues<ParetoRule>())
        select new Portfolio(revenues, cuts, rule);

    public decimal Total => Revenues.Where(revenue => revenue > 0).Sum();

    /// <summary>The grading by account; an account is known by its index in <see cref="Revenues"/>.</summary>
    public ParetoAccount<int>[] Graded() => [.. Grade().Accounts.OrderBy(graded => graded.Account)];

    public ParetoGrading<int> Grade() => GradeInOrder([.. Enumerable.Range(0, Revenues.Length)]);

    public ParetoGrading<int> GradeInOrder(IReadOnlyList<int> accounts) => Pareto.Grade(accounts, i => Revenues[i], Cuts, Rule);

    /// <summary>Every portfolio with one account less: what FsCheck tries to make a failure small.</summary>
    public IEnumerable<Portfolio> Smaller() =>
        Revenues.Select((_, i) => this with { Revenues = [.. Revenues[..i], .. Revenues[(i + 1)..]] });

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rule} at {Cuts.A} and {Cuts.B}: {string.Join(' ', Revenues.Select(revenue => revenue.ToString(CultureInfo.InvariantCulture)))}");

    private static Gen<ParetoCuts> CutsOf(int parts) =>
        from a in Gen.Choose(1, parts - 1)
        from b in Gen.Choose(a + 1, parts)
        select new ParetoCuts((decimal)a / parts, (decimal)b / parts);

    // Cuts that sums of the largest accounts meet exactly, where a decimal can say so.
    private static Gen<ParetoCuts> CutsAtSumsOf(decimal[] revenues)
    {
        var sum = 0m;
        var sums = revenues.Where(revenue => revenue > 0).OrderDescending().Select(revenue => sum += revenue).ToArray();
        var cuts = sums.Select(part => part / sum).Where((cut, i) => cut * sum == sums[i]).ToArray();
        return cuts.Length < 2
            ? AnyCuts
            : from b in Gen.Choose(1, cuts.Length - 1)
              from a in Gen.Choose(0, b - 1)
              select new ParetoCuts(cuts[a], cuts[b]);
    }

    // The amount that makes the positive sum one of 10, 20, 40, 50, 80, 100, 200, …, of which whole parts are short decimal fractions.
    private static decimal UpToARoundTotal(decimal[] amounts)
    {
        var total = amounts.Where(amount => amount > 0).Sum();
        var unit = 10m;
        while (unit * 8 < total)
            unit *= 10;
        return new[] { 1, 2, 4, 5, 8 }.Select(parts => parts * unit).First(round => round >= total) - total;
    }
}
