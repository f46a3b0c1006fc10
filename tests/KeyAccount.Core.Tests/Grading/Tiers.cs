using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Tests.Grading;

internal static class Tiers
{
    /// <inheritdoc cref="Of(ParetoRule, ParetoCuts?, long[])"/>
    public static string Of(ParetoRule rule, ParetoCuts? cuts, params int[] revenues) =>
        Of(rule, cuts, Array.ConvertAll(revenues, revenue => (long)revenue));

    /// <summary>One letter per account, in the order given: "ABBC". Both forms of the grading must agree on it.</summary>
    public static string Of(ParetoRule rule, ParetoCuts? cuts, params long[] revenues)
    {
        var values = new byte[revenues.Length];
        Pareto.Grade(revenues, values, cuts, rule);
        var letters = string.Concat(values.Select(value => AccountTier.FromValue(value).Name));
        Of(rule, cuts, Array.ConvertAll(revenues, revenue => (decimal)revenue)).Should().Be(letters, "the two forms of the grading agree");
        return letters;
    }

    /// <summary>One letter per account, in the order given: "ABBC".</summary>
    public static string Of(ParetoRule rule, ParetoCuts? cuts, params decimal[] revenues) =>
        string.Concat(Pareto.Grade([.. Enumerable.Range(0, revenues.Length)], i => revenues[i], cuts, rule)
            .Accounts.OrderBy(graded => graded.Account).Select(graded => graded.Tier.Name));
}
