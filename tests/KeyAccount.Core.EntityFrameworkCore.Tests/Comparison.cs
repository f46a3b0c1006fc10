using System.Text.RegularExpressions;
using KeyAccount.Core.Scoring;
using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>What a database says of a scorecard, against what the scorecard says itself.</summary>
internal static class Comparison
{
    // A grain of the score, and what a double can miss it by.
    private const double Grain = 1.000001e-6;

    public static void MustAgree<T>(IReadOnlyList<double?> scores, IReadOnlyList<T> accounts, Scorecard<T, string> model) => scores
        .Zip(accounts, (score, account) => (Stored: score ?? double.NaN, InMemory: model.Score(account), account))
        .Where(each => double.IsNaN(each.Stored) != double.IsNaN(each.InMemory) || Math.Abs(each.Stored - each.InMemory) > Grain)
        .Should().BeEmpty();

    /// <summary>The band of each account by its place; null for one in no band.</summary>
    /// <param name="model">The scorecard.</param>
    /// <param name="accounts">The number of accounts.</param>
    /// <param name="inBand">The places of the accounts in a band.</param>
    public static string?[] BandsOf<T>(Scorecard<T, string> model, int accounts, Func<string, IEnumerable<int>> inBand)
    {
        var bands = new string?[accounts];
        foreach (var (_, band) in model.Bands.InOrder)
        {
            foreach (var place in inBand(band))
            {
                bands[place].Should().BeNull("an account is in one band");
                bands[place] = band;
            }
        }

        return bands;
    }

    public static void MustAgree<T>(IReadOnlyList<string?> bands, IReadOnlyList<T> accounts, Scorecard<T, string> model)
    {
        var differences = accounts.Where((account, place) => bands[place] != model.BandOf(account)).ToList();
        differences.Where(account => !IsAtACut(model, model.Score(account))).Should().BeEmpty();
        differences.Count.Should().BeLessThan(5);
    }

    /// <summary>Sorting is always the database's work, and what is selected is the same text: nothing is left to be done here.</summary>
    public static void MustBeWhollyInSql<T>(IQueryable<T> accounts, Scorecard<T, string> model)
    {
        var sql = accounts.OrderBy(model.ToExpression()).Select(model.ToExpression()).ToQueryString();
        var parts = Regex.Match(sql, @"\ASELECT (?<selected>.+)\nFROM .+?\nORDER BY (?<sorted>.+)\z", RegexOptions.Singleline, TimeSpan.FromSeconds(5));
        parts.Groups["selected"].Value.TrimEnd().Should().Be(parts.Groups["sorted"].Value.TrimEnd()).And.Contain("floor(").And.Contain("/ 1000000.0");
        foreach (var (_, band) in model.Bands.InOrder)
            accounts.Where(model.InBand(band)).Select(_ => 1).ToQueryString().Should().Contain("WHERE");
    }

    private static bool IsAtACut<T>(Scorecard<T, string> model, double score) => model.Bands.InOrder.Any(band => Math.Abs(band.From - score) <= Grain);
}
