using System.Text.Json;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Estimation.Tests;

public class TextTests
{
    private static readonly TextTable Texts =
        TextTable.FromResources(typeof(MaximumLikelihood).Assembly, "KeyAccount.Core.Estimation.Texts");

    [Fact]
    public void Every_reason_is_whole_in_three_languages()
    {
        Texts.Keys.Should().HaveCount(20);
        foreach (var text in Texts.Keys.Select(key => Texts[key]))
        {
            string[] arguments = ["x0x", "x1x", "x2x", "x3x", "x4x", "x5x"];
            var filled = text.With(arguments);
            foreach (var argument in arguments)
            {
                Language.All.Select(language => filled.In(language).Contains(argument, StringComparison.Ordinal)).Distinct()
                    .Should().HaveCount(1, text.En);
            }

            text.ZhHans.Should().NotBe(text.En).And.NotBeNullOrWhiteSpace();
            text.ZhHant.Should().NotBe(text.En).And.NotBeNullOrWhiteSpace();
        }
    }

    [Fact]
    public void A_fit_is_written_as_JSON_with_its_figures()
    {
        var json = JsonSerializer.Serialize(MaximumLikelihood.FitShiftedBetaGeometric([new(1000, 631, 468, 382, 326)]));
        json.Should().Contain("\"Outcome\":\"Fitted\"").And.Contain("\"LogLikelihood\":-1401.55");
    }
}
