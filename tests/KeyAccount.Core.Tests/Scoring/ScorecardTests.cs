using KeyAccount.Core.Scoring;

namespace KeyAccount.Core.Tests.Scoring;

public class ScorecardTests
{
    private static readonly Scorecard<Figures, string> Card = Cards.Of(f => f.A);

    [Fact]
    public void Many_accounts_are_scored_as_one_is()
    {
        var scores = new double[3];
        Card.ScoreAll([new() { A = 30 }, new(), new() { A = 200 }], scores);
        scores.Should().Equal(30, double.NaN, 100);
        Card.ScoreAll([], []);
    }

    [Fact]
    public void There_must_be_room_for_every_score()
    {
        var misuse = () => Card.ScoreAll([new()], new double[2]);
        misuse.Should().Throw<ArgumentException>().WithParameterName("scores")
            .WithMessage("scores has the length 2; it must have the length 1, one element per account.*");
    }

    [Fact]
    public void Nothing_is_no_account()
    {
        var misuses = new Action[] { () => Card.Assess(null!), () => Card.Score(null!), () => Card.BandOf(null!) };
        misuses.Should().AllSatisfy(misuse => misuse.Should().Throw<ArgumentNullException>().WithParameterName("facts"));
        var all = () => Card.ScoreAll([new(), null!], new double[2]);
        all.Should().Throw<ArgumentException>().WithMessage("facts[1]: *");
    }

    [Fact]
    public void Facts_may_be_a_struct()
    {
        var scorecard = Scorecard.For<(double? Sales, bool Late), string>("struct")
            .Criterion("a", 1, f => f.Sales, Cards.AsItIs).Cap("late", f => f.Late, "low").Bands((0, "low"), (50, "high")).Build();
        scorecard.Everywhere((80, true)).Band.Should().Be("low");
        scorecard.Everywhere((80, false)).Band.Should().Be("high");
        scorecard.Everywhere(default).IsRated.Should().BeFalse();
    }

    [Fact]
    public void InBand_is_asked_of_one_of_the_bands()
    {
        var unknown = () => Card.InBand("D");
        var nothing = () => Card.InBand(null!);
        unknown.Should().Throw<ArgumentException>();
        nothing.Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void The_expression_is_made_once() => Card.ToExpression().Should().BeSameAs(Card.ToExpression());

    [Fact]
    public async Task A_scorecard_is_safe_to_use_from_many_threads_from_the_first_use_on()
    {
        for (var round = 0; round < 20; round++)
        {
            var scorecard = Cards.New().Criterion("a", 1, f => f.A, Cards.AsItIs).Cap("cap", f => f.Flag, "B").Build();
            using var barrier = new Barrier(8);
            var scores = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Factory.StartNew(
                () =>
                {
                    barrier.SignalAndWait();
                    var facts = new Figures { A = 80 + i, Flag = true };
                    var all = new double[1];
                    scorecard.ScoreAll([facts], all);
                    return (
                        i, Assessed: scorecard.Assess(facts).Score, Scored: scorecard.Score(facts), Band: scorecard.BandOf(facts),
                        All: all[0],
                        Compiled: scorecard.ToExpression().Compile()(facts), Holds: scorecard.InBand("B").Compile()(facts));
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));
            scores.Should().Equal(
                Enumerable.Range(0, 8).Select(i => (i, (double?)(80 + i), 80.0 + i, (string?)"B", 80.0 + i, (double?)(80 + i), true)));
        }
    }

    [Fact]
    public void A_score_is_made_without_memory()
    {
        Assert.SkipUnless(System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeCompiled, "Expressions are interpreted here.");
        var scorecard = Cards.New().Criterion("a", 1, f => f.A, Cards.AsItIs).Criterion("s", 1, f => f.Standing, Cards.OfStanding)
            .Cap("cap", f => f.Flag, "B").Build();
        var facts = new Figures { A = 80, Standing = Standing.Fair };
        var scores = new double[100];
        var accounts = Enumerable.Repeat(facts, 100).ToArray();
        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);

        void Run()
        {
            scorecard.Score(facts);
            scorecard.BandOf(facts);
            scorecard.ScoreAll(accounts, scores);
        }
    }
}
