using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Statistics;
using NodaTime;

namespace KeyAccount.Core.Tests.Relationships;

public class LadderHistoryTests
{
    private static readonly LocalDate Day = new(2026, 1, 15);

    private static readonly LadderHistory Enemy = LadderHistory.Empty
        .With(LadderLevel.CR3, Day.PlusDays(-400), "asked both of us for an offer")
        .With(LadderLevel.CR5, Day, "had our samples thrown away");

    private static readonly Gen<LadderEntry> Entry =
        from level in Gen.Elements<LadderLevel>([.. LadderLevel.InOrder])
        from days in Gen.Choose(0, 12)
        from evidence in Gen.Elements("call", "visit")
        select new LadderEntry(level, Day.PlusDays(days), evidence);

    private static readonly Gen<LadderEntry[]> Entries = Gen.Choose(0, 6).SelectMany(size => Entry.ArrayOf(size));

    [Fact]
    public void The_last_level_counts_with_its_evidence()
    {
        var standing = Enemy.AsOf(Day.PlusDays(90))!;

        standing.Level.Should().Be(LadderLevel.CR5);
        standing.Known.Should().Be(LadderLevel.CR5);
        standing.Last.Evidence.Should().Be("had our samples thrown away");
        standing.Last.Date.Should().Be(Day);
        standing.Confidence.Should().BeApproximately(Math.Sqrt(0.5), 1e-15);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(179, true)]
    [InlineData(180, true)]
    [InlineData(181, false)]
    [InlineData(3650, false)]
    public void Below_the_threshold_the_level_is_unconfirmed_still_shown_and_counted_as_unknown(int days, bool isConfirmed)
    {
        var standing = Enemy.AsOf(Day.PlusDays(days))!;

        standing.IsConfirmed.Should().Be(isConfirmed);
        standing.Level.Should().Be(LadderLevel.CR5);
        standing.Known.Should().Be(isConfirmed ? LadderLevel.CR5 : null);
    }

    [Fact]
    public void After_one_half_life_the_confidence_is_exactly_half() => Enemy.AsOf(Day.PlusDays(180))!.Confidence.Should().Be(0.5);

    [Fact]
    public void Half_life_and_threshold_are_the_users_own()
    {
        var week = new EvidenceDecay(7);

        Enemy.AsOf(Day.PlusDays(14), week)!
            .Should().Match<LadderStanding>(standing => standing.Confidence == 0.25 && !standing.IsConfirmed);
        Enemy.AsOf(Day.PlusDays(14), week, 0.25)!.IsConfirmed.Should().BeTrue();
        Enemy.AsOf(Day.PlusDays(14), week, 0.2500004)!.IsConfirmed.Should().BeTrue("thresholds are compared at six places");
        Enemy.AsOf(Day.PlusDays(14), week, 0.250001)!.IsConfirmed.Should().BeFalse();
        Enemy.AsOf(Day.PlusDays(14), week, 0)!.IsConfirmed.Should().BeTrue();
        Enemy.AsOf(Day, week, 1)!.IsConfirmed.Should().BeTrue();
    }

    [Theory]
    [InlineData(-0.1, "-0.1")]
    [InlineData(1.1, "1.1")]
    [InlineData(double.NaN, "NaN")]
    public void A_threshold_is_between_0_and_1(double threshold, string shown) =>
        ((Action)(() => Enemy.AsOf(Day, confirmedFrom: threshold))).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage($"confirmedFrom is {shown}; it must be between 0 and 1.*").WithParameterName("confirmedFrom");

    [Fact]
    public void Nobody_has_judged_the_person_no_value() => LadderHistory.Empty.AsOf(Day).Should().BeNull();

    [Fact]
    public void Evidence_of_the_future_is_refused_and_looking_back_is_asked_for()
    {
        ((Action)(() => Enemy.AsOf(Day.PlusDays(-1)))).Should().Throw<ArgumentOutOfRangeException>()
            .WithMessage("evidence is dated 2026-01-15; it must be dated 2026-01-14 (asOf) or earlier.*");

        Enemy.Until(Day.PlusDays(-1)).AsOf(Day.PlusDays(-1))!.Level.Should().Be(LadderLevel.CR3);
        Enemy.Until(Day).Should().Be(Enemy);
        Enemy.Until(Day.PlusDays(-401)).Should().Be(LadderHistory.Empty);
    }

    [Fact]
    public void Of_one_day_the_worse_level_stands_whatever_the_order()
    {
        var friendly = new LadderEntry(LadderLevel.CR2, Day, "smiled");
        var hostile = new LadderEntry(LadderLevel.CR4, Day, "wrote to the competitor");

        new LadderHistory([friendly, hostile]).AsOf(Day)!.Level.Should().Be(LadderLevel.CR4);
        new LadderHistory([hostile, friendly]).AsOf(Day)!.Level.Should().Be(LadderLevel.CR4);
    }

    [Fact]
    public void The_order_of_the_entries_does_not_matter() => ForAll(
        from entries in Entries from shuffled in Gen.Shuffle(entries) select (entries, shuffled), each =>
    {
        var history = new LadderHistory(each.entries);
        new LadderHistory(each.shuffled).Should().Be(history);
        new LadderHistory(each.shuffled).GetHashCode().Should().Be(history.GetHashCode());
        history.Entries.Select(entry => entry.Date).Should().BeInAscendingOrder();
    });

    [Fact]
    public void Nobody_rises_or_falls_by_passing_time_and_confidence_only_falls() =>
        ForAll(from entries in Entries from days in Gen.Choose(0, 2_000) from more in Gen.Choose(0, 2_000)
            select (entries, days, more), each =>
        {
            var history = new LadderHistory(each.entries);
            var (now, later) = (history.AsOf(Day.PlusDays(12 + each.days)), history.AsOf(Day.PlusDays(12 + each.days + each.more)));
            later?.Last.Should().Be(now!.Last);
            (later?.Confidence ?? 0).Should().BeLessThanOrEqualTo(now?.Confidence ?? 0);
            if (later is { IsConfirmed: true })
                now!.IsConfirmed.Should().BeTrue();
            if (later?.Known is { } known)
                known.Should().Be(now!.Known);
        });

    [Fact]
    public void Passing_time_never_raises_the_support_that_is_sure() => ForAll(
        from people in Entries from days in Gen.Choose(0, 400) from more in Gen.Choose(0, 400) select (people, days, more), each =>
        {
            var (now, later) = (SupportAfter(each.days), SupportAfter(each.days + each.more));
            later.Range.Low.Should().BeLessThanOrEqualTo(now.Range.Low + 1e-6);
            later.Coverage.Should().BeLessThanOrEqualTo(now.Coverage);

            Support SupportAfter(int days) => Support.Of(
                each.people.Select((entry, i) => (1.0 + i, new LadderHistory([entry]).AsOf(Day.PlusDays(12 + days))!.Known)),
                Ladder.Points);
        });

    [Fact]
    public void It_is_the_same_after_a_round_trip_through_JSON()
    {
        var json = JsonSerializer.Serialize(Enemy);
        var read = JsonSerializer.Deserialize<LadderHistory>(json);

        json.Should().Contain("\"Date\":\"2026-01-15\"").And.Contain("\"Level\":\"CR5\"");
        read.Should().Be(Enemy);
        var standing = Enemy.AsOf(Day.PlusDays(14));
        JsonSerializer.Deserialize<LadderStanding>(JsonSerializer.Serialize(standing)).Should().Be(standing);
        new LadderHistory([.. Enemy.Entries]).Should().Be(Enemy).And.NotBe(LadderHistory.Empty);
    }

    [Fact]
    public void It_reads_the_same_in_every_culture()
    {
        using var _ = new CultureScope("de-DE");
        Enemy.Until(Day.PlusDays(-1)).ToString().Should().Be(
            "LadderHistory { Entries = [LadderEntry { Level = CR3, Date = 2024-12-11, Evidence = asked both of us for an offer }] }");
        Enemy.AsOf(Day.PlusDays(180))!.ToString().Should().Be(
            "LadderStanding { Last = LadderEntry { Level = CR5, Date = 2026-01-15, Evidence = had our samples thrown away }, "
            + "Confidence = 0.5, IsConfirmed = True }");
    }

    [Fact]
    public void An_entry_has_a_level_and_evidence()
    {
        ((Action)(() => _ = new LadderEntry(null!, Day, "e"))).Should().Throw<ArgumentNullException>().WithParameterName("level");
        ((Action)(() => _ = new LadderEntry(LadderLevel.CR1, Day, " "))).Should().Throw<ArgumentException>().WithParameterName("evidence");
        ((Action)(() => _ = new LadderHistory(null!))).Should().Throw<ArgumentNullException>().WithParameterName("entries");
        ((Action)(() => _ = new LadderHistory([null!]))).Should().Throw<ArgumentNullException>().WithParameterName("entries");
    }

    private static void ForAll<T>(Gen<T> cases, Action<T> holds) =>
        Check.One(Seeded.Cases(1_000), Prop.ForAll(cases.ToArbitrary(), holds));
}
