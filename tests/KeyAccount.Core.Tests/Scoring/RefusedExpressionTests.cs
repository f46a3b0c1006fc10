using System.Linq.Expressions;
using KeyAccount.Core.Scoring;
using NodaTime;

namespace KeyAccount.Core.Tests.Scoring;

/// <summary>What may change while the model stays the same is refused where the model is built, by the name of the criterion. What no
/// database could compute, or not alike, runs in memory, and is refused by a database.</summary>
public class RefusedExpressionTests
{
    private static readonly Func<double, double> Double = value => 2 * value;

    private static readonly Dictionary<string, Expression<Func<Odd, double?>>> Measures = new(StringComparer.Ordinal)
    {
        ["it reads DateTime.Now, which may change;"] = f => DateTime.Now.Year,
        ["it reads Odd.Factor, which may change;"] = f => f.Number * Odd.Factor,
        ["it reads Odd.Rate, which may change;"] = f => f.Number * Odd.Rate,
        ["it uses the number of a Standing;"] = f => f.Level,
        ["it uses the number of a Standing; "] = f => f.Level!.Value,
        ["it reads DateTime.UtcNow, which may change;"] = f => Double(DateTime.UtcNow.Year),
        ["it reads Odd.Factor, which may change; "] = f => f.Children.Sum(child => child.Number * Odd.Factor),
        ["it reads Odd.Rate, which may change; "] = f => (int)Odd.Rate,
    };

    private static readonly Dictionary<string, Expression<Func<Odd, double?>>> InMemory = new(StringComparer.Ordinal)
    {
        ["it calls Math.Abs,"] = f => Math.Abs(f.Number),
        ["it calls Math.Round,"] = f => Math.Round(f.Number, 2),
        ["it calls String.StartsWith,"] = f => f.Name!.StartsWith('a') ? 1 : 0,
        ["it calls Double.IsNaN,"] = f => double.IsNaN(f.Number) ? 1 : 0,
        ["it calls Enumerable.Sum,"] = f => f.Children.Sum(child => child.Number),
        ["it calls Enumerable.Count,"] = f => f.Children.Count(),
        ["it reads Count of the collection 'f.Children',"] = f => f.Children.Count,
        ["it reads 'f.Numbers[0]',"] = f => f.Numbers[0],
        ["it reads the length of 'f.Numbers',"] = f => f.Numbers.Length,
        ["it calls 'RefusedExpressionTests.Double',"] = f => Double(f.Number),
        ["it converts Double to Int32,"] = f => (int)f.Number,
        ["it converts Double to Single,"] = f => (float)f.Number,
        ["it converts Double to Decimal,"] = f => (double)(decimal)f.Number,
        ["it converts Int64 to Int32,"] = f => (int)f.Long,
        ["it converts Int32 to UInt32,"] = f => (uint)f.Count,
        ["it converts SByte to Byte,"] = f => (byte)f.Tiny,
        ["it converts Char to Int32,"] = f => f.Letter == 'a' ? 1 : 0,
        ["it converts Object to Int32,"] = f => (int)f.Anything!,
        ["it holds '(f.Level < "] = f => f.Level < Standing.Poor ? 1 : 0,
        ["it holds '(f.Start - f.End)';"] = f => (f.Start - f.End).Days,
        ["it holds '(f.Start < f.End)';"] = f => f.Start < f.End ? 1 : 0,
        ["it holds '(f.Start + f.Term)';"] = f => (f.Start + f.Term).Year,
        ["it calls LocalDate.PlusDays,"] = f => f.Start.PlusDays(1) == f.End ? 1 : 0,
        ["it holds '(f.Time - f.Lasting)';"] = f => f.Time - f.Lasting == f.Time ? 1 : 0,
        ["it holds '(f.When - f.When)';"] = f => (f.When - f.When).TotalDays,
        ["it holds 'default(DateTime)';"] = f => f.Perhaps.GetValueOrDefault() == f.When ? 1 : 0,
        ["it holds '(f.Anything Is String)';"] = f => f.Anything is string ? 1 : 0,
        ["it holds '(f.Anything As String)';"] = f => (f.Anything as string) == null ? 1 : 0,
        ["it holds 'new Odd()';"] = f => new Odd().Number,
        ["it holds '(f.Name + \"a\")';"] = f => f.Name + "a" == "aa" ? 1 : 0,
        ["it holds '(f.Yes ^ f.Yes)';"] = f => f.Yes ^ f.Yes ? 1 : 0,
        ["it holds '(f.Count << 2)';"] = f => f.Count << 2,
        ["it holds 'Not(f.Count)';"] = f => ~f.Count,
        ["it takes the remainder of '(f.Number % 3)', which not every database supports with Double"] = f => f.Number % 3,
    };

    public static TheoryData<string> Reasons => [.. Measures.Keys];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void A_measure_is_refused_by_name_and_reason(string reason) => Cards
        .FaultsOf(() => Scorecard.For<Odd, string>("odd").Criterion("strange", 1, Measures[reason], Cards.AsItIs).Bands((0, "any")).Build())
        .Should().ContainSingle().Which.Should().StartWith($"criteria[\"strange\"].measure: {reason}");

    public static TheoryData<string> InMemoryOnly => [.. InMemory.Keys];

    [Theory]
    [MemberData(nameof(InMemoryOnly))]
    public void A_measure_that_no_database_can_compute_runs_in_memory_as_CSharp_does(string reason)
    {
        var card = Scorecard.For<Odd, string>("odd").Criterion("strange", 1, InMemory[reason], Cards.AsItIs).Bands((0, "any")).Build();
        var odd = new Odd
        {
            Number = 7.25, Long = 5, Count = 3, Tiny = 4, Letter = 'a', Yes = true, Name = "aa", Anything = 9, Numbers = [8, 2],
            Children = [new() { Number = 1 }, new() { Number = 2.5 }], Level = Standing.Fair, Perhaps = new(2026, 1, 1), When = new(2026, 1, 1),
        };
        var expected = InMemory[reason].Compile()(odd);
        card.Assess(odd).Contributions[0].Raw.Should().Be(expected);
        card.Score(odd).Should().Be(card.Assess(odd).Score ?? double.NaN);
        var scores = new double[2];
        card.ScoreAll(new[] { odd, odd }, scores);
        scores.Should().Equal(card.Score(odd), card.Score(odd));
        Cards.FaultsOf(() => card.ToExpression()).Should().ContainSingle().Which.Should().StartWith($"criteria[\"strange\"].measure: {reason}");
        Cards.FaultsOf(() => card.InBand("any")).Should().ContainSingle().Which.Should().StartWith($"criteria[\"strange\"].measure: {reason}");
        Cards.FaultsOf(() => card.Criteria[0].ToExpression()).Should().ContainSingle();
    }

    [Fact]
    public void All_that_is_refused_is_named_at_once() => Cards
        .FaultsOf(() => Scorecard.For<Odd, string>("odd")
            .Criterion("one", 1, f => DateTime.Now.Year, Cards.AsItIs)
            .Criterion("fine", 1, f => f.Number, Cards.AsItIs)
            .Criterion("two", 1, f => f.Level!.Value, Cards.AsItIs)
            .Cap("cap", f => f.Number > Odd.Rate, "any")
            .Bands((0, "any"))
            .Build())
        .Select(fault => fault[..fault.IndexOf(':', StringComparison.Ordinal)])
        .Should().Equal("criteria[\"one\"].measure", "criteria[\"two\"].measure", "caps[\"cap\"].when");

    [Fact]
    public void A_database_names_all_that_it_cannot_compute() => Cards
        .FaultsOf(() => Scorecard.For<Odd, string>("odd")
            .Criterion("one", 1, f => Math.Abs(f.Number), Cards.AsItIs)
            .Criterion("fine", 1, f => f.Number, Cards.AsItIs)
            .Criterion("two", 1, f => f.Level == Standing.Good ? Standing.FromValue(f.Count) : null, Cards.OfStanding)
            .Cap("cap", f => f.Start < f.End, "any")
            .Bands((0, "any"))
            .Build().ToExpression())
        .Select(fault => fault[..fault.IndexOf(':', StringComparison.Ordinal)])
        .Should().Equal("criteria[\"one\"].measure", "criteria[\"two\"].measure", "caps[\"cap\"].when");

    private sealed class Odd
    {
        public static double Rate = 2;

        public static double Factor { get; set; } = 2;

        public double Number { get; init; }

        public long Long { get; init; }

        public int Count { get; init; }

        public sbyte Tiny { get; init; }

        public char Letter { get; init; }

        public bool Yes { get; init; }

        public string? Name { get; init; }

        public object? Anything { get; init; }

        public double[] Numbers { get; init; } = [];

        public List<Odd> Children { get; init; } = [];

        public Standing? Level { get; init; }

        public LocalDate Start { get; init; }

        public LocalDate End { get; init; }

        public Period Term { get; init; } = Period.Zero;

        public Instant Time { get; init; }

        public Duration Lasting { get; init; }

        public DateTime When { get; init; }

        public DateTime? Perhaps { get; init; }
    }
}
