using KeyAccount.Core.Scoring;
using KeyAccount.Core.Tests.Scoring;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>Every shape of measure and condition alone, over figures that are two steps away from the account.</summary>
public sealed class ShapeTests(StoredFigures stored) : IClassFixture<StoredFigures>
{
    private static readonly Scale Line = Scale.Linear((-5, 0), (100, 100));

    private static readonly Dictionary<string, ScorecardBuilder<Figures, string>> Shapes = Measures.All
        .Select(each => ($"measure {each.Name}", New().Criterion("m", 1, each.Expression, Line)))
        .Concat(Measures.Conditions.Select(each => ($"cap {each.Name}", New().Cap("cap", each.Expression, "low"))))
        .Concat(Measures.Terms.Select(each => ($"term {each.Name}", New().Criterion("m", 1, each.Expression, OfStanding))))
        .ToDictionary(each => each.Item1, each => each.Item2, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Shapes.Keys];

    private static Scale OfStanding => Scale.Levels((Standing.Good, 100), (Standing.Fair, 50), (Standing.Poor, 0), (Standing.Unknown, double.NaN));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_shape_is_wholly_in_the_SQL_and_says_what_it_says_in_memory(string name)
    {
        var facts = Shapes[name].Build();
        MustAgree(facts.Over<Row>(row => row.Figures!));
        MustAgree(facts.Over<Row>(row => new Figures
        {
            A = row.Figures!.A,
            B = row.Figures.B,
            C = row.Figures.C,
            Plain = row.Id,
            Count = row.Figures.Count,
            Whole = row.Figures.Whole,
            Amount = row.Figures.Amount,
            Flag = row.Figures.Flag,
            Standing = row.Figures.Standing,
            Part = row.Figures.Part,
        }));
    }

    private static ScorecardBuilder<Figures, string> New() =>
        Scorecard.For<Figures, string>("shape").Criterion("plain", 1, f => f.Plain, Line)
            .MissingData(MissingData.Renormalize, 0).Bands((0, "low"), (10, "high"));

    private void MustAgree(Scorecard<Row, string> model)
    {
        using var ledger = stored.Open();
        using var postgres = StoredFigures.OnPostgres();
        Comparison.MustAgree([.. ledger.Rows.OrderBy(row => row.Id).Select(model.ToExpression())], stored.All, model);
        Comparison.MustAgree(
            Comparison.BandsOf(model, stored.All.Count, band => ledger.Rows.Where(model.InBand(band)).Select(row => row.Id - 1)), stored.All, model);
        Comparison.MustBeWhollyInSql(ledger.Rows, model);
        Comparison.MustBeWhollyInSql(postgres.Rows, model);
    }
}
