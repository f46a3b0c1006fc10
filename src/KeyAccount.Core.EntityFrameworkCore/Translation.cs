using System.Globalization;
using System.Linq.Expressions;
using System.Text.RegularExpressions;
using KeyAccount.Core.Scoring;
using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore;

/// <summary>Makes sure that a provider computes a scorecard itself.</summary>
internal static partial class Translation
{
    private const int MostNested = 10;

    /// <summary>Refuses a scorecard that the provider of a query cannot compute, by criterion and cap.</summary>
    public static void Check<TSource, TBand>(
        IQueryable<TSource> accounts, Scored<TSource, TBand> scored, Scorecard<TSource, TBand> scorecard, bool withCaps)
        where TBand : class
    {
        var caps = withCaps ? scorecard.Caps : [];
        var value = Scored<TSource, TBand>.Lambda<double?>(account =>
            Expression.Convert(withCaps ? scored.Place(account) : scored.Score(account), typeof(double?)));
        if (FaultOf(scored.Accounts, value) is not { } whole)
            return;

        if (FaultOf(accounts, account => 1) is { } fault)
        {
            throw new ArgumentException(
                $"accounts is {accounts.GetType()}, which no relational database computes: {fault} "
                + $"In memory, use {nameof(scorecard.Score)} and {nameof(scorecard.BandOf)}.",
                nameof(accounts));
        }

        var faults = new List<ModelFault>();
        foreach (var criterion in scorecard.Criteria)
            Add($"criteria[\"{criterion.Key}\"].measure", FaultOf(accounts, criterion.ToExpression()));
        foreach (var cap in caps)
            Add($"caps[\"{cap.Key}\"].when", FaultOf(accounts, cap.ToExpression()));
        if (faults.Count == 0)
            Add("score", whole);
        throw new InvalidModelException(scorecard.Id, faults);

        void Add(string path, string? message)
        {
            if (message is not null)
                faults.Add(new(path, $"the database provider cannot compute it, and the program must not do so instead: {message}"));
        }
    }

    /// <summary>Why the provider does not compute an expression itself; null if it does.</summary>
    /// <remarks>What is selected last may be computed by the program without a word; what is sorted by may not.</remarks>
    public static string? FaultOf<TSource, TResult>(IQueryable<TSource> accounts, Expression<Func<TSource, TResult>> expression)
    {
        try
        {
            using var command = accounts.Select(expression).OrderBy(value => value).CreateDbCommand();
            return command.GetType().Name == "SqlCommand" && NestedIn(command.CommandText) is var depth and > MostNested
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"it is a CASE nested {depth} levels deep, and SQL Server allows {MostNested}; use a scale with fewer steps.")
                : null;
        }
        catch (Exception e) when (e is InvalidOperationException or NotSupportedException or ArgumentException)
        {
            return e.Message.ReplaceLineEndings(" ");
        }
    }

    // What stands in quotes and brackets is passed over.
    private static int NestedIn(string sql)
    {
        var (depth, deepest) = (0, 0);
        foreach (var word in Words().EnumerateMatches(sql))
        {
            depth += sql.AsSpan(word.Index, word.Length) switch { "CASE" => 1, "END" => -1, _ => 0 };
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    [GeneratedRegex(@"\w+|'[^']*'|\[[^\]]*\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Words();
}
