using System.Globalization;
using System.Text.Json;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Terms;
using KeyAccount.Core.Tests.Terms;

namespace KeyAccount.Core.Tests;

/// <summary>What the library says does not depend on the machine it runs on, except where it says so: <c>DisplayName()</c>.</summary>
[Trait("Frameworks", "all")]
public class HostileCultureTests
{
    private static readonly Dictionary<string, Action> Misuses = new(StringComparer.Ordinal)
    {
        ["cut A"] = () => _ = new ParetoCuts(-1234.5m, 1m),
        ["cut B"] = () => _ = new ParetoCuts(0.8m, 0.75m),
        ["rule"] = () => ParetoCuts.DefaultFor((ParetoRule)(-1)),
        ["rule of a grading"] = () => Pareto.Grade([1], _ => 1m, rule: (ParetoRule)(-1234)),
        ["tier values"] = () => Pareto.Grade(new long[1_234], new byte[1]),
        ["negative value"] = () => Pareto.Gini([-1234.5]),
        ["value that is no number"] = () => Pareto.Gini([double.NaN]),
        ["endless value"] = () => Pareto.Gini([double.NegativeInfinity]),
        ["amount"] = () => Pareto.Grade([0.0000000000000000000000000001m, -100_000_000_000.5m], revenue => revenue),
        ["sum"] = () => Pareto.Grade([decimal.MaxValue, 0.5m], revenue => revenue),
        ["term of a text"] = () => AccountTier.Parse("İI", null),
        ["term of JSON"] = () => JsonSerializer.Deserialize<Rung>("\"VENDOR\""),
        ["token of JSON"] = () => JsonSerializer.Deserialize<Rung>("-1.5"),
        ["key of a table"] = () => _ = TextTable.FromResources(typeof(Rung).Assembly, "Sound")["I"],
        ["table"] = () => TextTable.FromResources(typeof(Rung).Assembly, "Broken"),
    };

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("zh-CN")]
    [InlineData("ar-SA")]
    public void The_library_says_the_same_in_every_culture(string culture) =>
        Said(culture).Except(Said(""), StringComparer.Ordinal).Should().BeEmpty();

    [Fact]
    public void The_cultures_are_hostile()
    {
        In("tr-TR", () => "i".ToUpper(CultureInfo.CurrentCulture)).Should().Be("İ");
        In("de-DE", () => 1.5m.ToString(CultureInfo.CurrentCulture)).Should().Be("1,5");
        In("zh-CN", () => AccountTier.A.DisplayName()).Should().Be("A类客户");
        In("ar-SA", () => (-1).ToString(CultureInfo.CurrentCulture)).Should().NotBe("-1");
    }

    private static List<string> Said(string culture) => In(culture, () => (List<string>)
    [
        .. Misuses.Select(misuse => $"{misuse.Key}: {MessageOf(misuse.Value)}"),
        .. Texts(),
        .. Json(),
        .. Results(),
    ]);

    private static IEnumerable<string> Texts()
    {
        foreach (var tag in new[] { "en", "EN-IE", "zh-Hans", "ZH-HANS", "zh-Hant", "ZH-TW", "zh-hk" })
        {
            foreach (var tier in AccountTier.InOrder)
                yield return $"{tag}: {tier.DisplayName(tag)}, {tier.Description(tag)}";
            yield return new Text("{0} {1} {2:d} {3} {4:N2}", "{0}", "{1}")
                .With(-1.5m, AccountTier.A, new DateOnly(2026, 3, 31), -7, 12345.678).In(tag);
        }
    }

    private static IEnumerable<string> Json()
    {
        var tiers = new Dictionary<AccountTier, decimal> { [AccountTier.A] = -1.5m };
        yield return JsonSerializer.Serialize(tiers);
        yield return JsonSerializer.Serialize(JsonSerializer.Deserialize<Dictionary<AccountTier, decimal>>("""{"B":-2.5}"""));
        yield return JsonSerializer.Serialize(new Text("I", "ı", "İ"));
        yield return JsonSerializer.Serialize(ParetoCuts.OfRevenue);
        yield return JsonSerializer.Serialize(JsonSerializer.Deserialize<ParetoCuts>("""{"A":0.5,"B":0.75}"""));
    }

    private static IEnumerable<string> Results()
    {
        yield return ParetoCuts.OfRevenue.ToString();
        foreach (var graded in Pareto.Grade([1234.5m, -0.5m, 7.25m], revenue => revenue).Accounts)
            yield return graded.ToString();
    }

    private static string MessageOf(Action misuse)
    {
        try
        {
            misuse();
        }
        catch (Exception e)
        {
            return $"{e.GetType().Name}: {e.Message}";
        }

        throw new InvalidOperationException("This is no misuse.");
    }

    private static T In<T>(string culture, Func<T> said)
    {
        using var _ = new CultureScope(culture);
        return said();
    }
}
