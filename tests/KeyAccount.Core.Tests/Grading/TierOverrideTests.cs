using System.Text.Json;
using KeyAccount.Core.Grading;
using NodaTime;

namespace KeyAccount.Core.Tests.Grading;

public class TierOverrideTests
{
    private static readonly LocalDate From = new(2026, 1, 1);
    private static readonly LocalDate Until = new(2026, 6, 30);
    private static readonly TierOverride<AccountTier> Raised = new(
        AccountTier.A, "Sales director", "Launch customer of the new line", From, Until);

    [Fact]
    public void An_override_decides_from_its_first_to_its_last_day_and_an_expired_one_never()
    {
        AccountTier TierOn(LocalDate day) => EffectiveTier<AccountTier>.On(AccountTier.C, [Raised], day).Tier!;
        TierOn(From.PlusDays(-1)).Should().Be(AccountTier.C);
        TierOn(From).Should().Be(AccountTier.A);
        TierOn(Until).Should().Be(AccountTier.A);
        TierOn(Until.PlusDays(1)).Should().Be(AccountTier.C);
    }

    [Fact]
    public void The_computed_tier_is_always_beside_it()
    {
        var effective = EffectiveTier<AccountTier>.On(AccountTier.C, [Raised], From);
        (effective.Tier, effective.Computed, effective.Override).Should().Be((AccountTier.A, AccountTier.C, Raised));
        EffectiveTier<AccountTier>.On(null, [Raised], From).Tier.Should().Be(AccountTier.A, "an unrated account can be given a tier");
        EffectiveTier<AccountTier>.On(null, [], From).Tier.Should().BeNull();
    }

    [Fact]
    public void Of_several_in_force_the_one_that_began_last_decides_whatever_the_order()
    {
        var later = new TierOverride<AccountTier>(AccountTier.B, "CFO", "Late payments", From.PlusDays(10), Until);
        var shorter = new TierOverride<AccountTier>(AccountTier.C, "CFO", "Stop", From.PlusDays(10), Until.PlusDays(-30));
        foreach (var overrides in new[] { new[] { Raised, later, shorter }, [shorter, later, Raised], [later, Raised, shorter] })
        {
            EffectiveTier<AccountTier>.On(AccountTier.A, overrides, From.PlusDays(9)).Override.Should().Be(Raised);
            EffectiveTier<AccountTier>.On(AccountTier.A, overrides, From.PlusDays(10)).Override.Should().Be(shorter);
            EffectiveTier<AccountTier>.On(AccountTier.A, overrides, Until).Override.Should().Be(later);
        }
    }

    [Fact]
    public void An_override_survives_json()
    {
        var json = JsonSerializer.Serialize(Raised);
        json.Should().Be(
            """{"Tier":"A","By":"Sales director","Reason":"Launch customer of the new line","From":"2026-01-01","Until":"2026-06-30"}""");
        JsonSerializer.Deserialize<TierOverride<AccountTier>>(json).Should().Be(Raised);
        Raised.ToString().Should().Be(
            "TierOverride { Tier = A, By = Sales director, Reason = Launch customer of the new line, "
            + "From = 2026-01-01, Until = 2026-06-30 }");
        FluentActions.Invoking(() => JsonSerializer.Deserialize<TierOverride<AccountTier>>(json.Replace("2026-06-30", "30.6.2026")))
            .Should().Throw<JsonException>();
        FluentActions.Invoking(() => JsonSerializer.Deserialize<TierOverride<AccountTier>>(json.Replace("\"2026-06-30\"", "20260630")))
            .Should().Throw<JsonException>();
    }

    [Fact]
    public void Who_why_and_until_when_must_be_said()
    {
        static string Message(Action action) => action.Should().Throw<ArgumentException>().Which.Message;
        Message(() => _ = new TierOverride<AccountTier>(AccountTier.A, " ", "x", From, Until)).Should().Contain("by");
        Message(() => _ = new TierOverride<AccountTier>(AccountTier.A, "x", "", From, Until)).Should().Contain("reason");
        Message(() => _ = new TierOverride<AccountTier>(null!, "x", "x", From, Until)).Should().Contain("tier");
        Message(() => _ = new TierOverride<AccountTier>(AccountTier.A, "x", "x", Until, From))
            .Should().StartWith("until is 2026-01-01; it must not be before from, 2026-06-30.");
    }
}
