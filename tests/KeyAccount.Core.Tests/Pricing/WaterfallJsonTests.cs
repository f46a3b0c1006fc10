using System.Text.Json;
using KeyAccount.Core.Pricing;

namespace KeyAccount.Core.Tests.Pricing;

/// <summary>A waterfall in JSON is one that could have been made step by step.</summary>
public class WaterfallJsonTests
{
    private static readonly PriceWaterfall Waterfall = PriceWaterfall.From(100)
        .LessPercentage("tier", 0.1m, PriceWaterfall.List)
        .Named("invoice")
        .Less("freight", 2)
        .LessPercentage("bonus", 0.05m, "invoice");

    [Fact]
    public void It_comes_back_and_goes_on()
    {
        var read = JsonSerializer.Deserialize<PriceWaterfall>(JsonSerializer.Serialize(Waterfall))!;
        read.Should().Be(Waterfall);
        read.Bases.Should().Equal(new PriceBase("list", 100), new PriceBase("invoice", 90));
        read.LessPercentage("cash", 0.02m, "invoice").PocketPrice.Should().Be(81.7m);
    }

    [Theory]
    [InlineData("\"Amount\":10.0", "\"Amount\":11.0", "steps[0]")]
    [InlineData("\"Rate\":0.05", "\"Rate\":0.06", "steps[2]")]
    [InlineData("\"Base\":\"invoice\"", "\"Base\":\"net\"", "steps[2]")]
    [InlineData("\"PriceAfter\":88.0", "\"PriceAfter\":87.0", "steps[1]")]
    [InlineData("{\"Name\":\"invoice\",\"Price\":90.0}", "{\"Name\":\"invoice\",\"Price\":91.0}", "bases[\"invoice\"]")]
    [InlineData("{\"Name\":\"invoice\",", "{\"Name\":\"list\",", "bases[1].name")]
    [InlineData("{\"Name\":\"list\",", "{\"Name\":\"gross\",", "bases")]
    public void One_that_does_not_add_up_is_refused_with_its_place(string part, string wrong, string path)
    {
        var json = JsonSerializer.Serialize(Waterfall);
        json.Should().Contain(part);
        ((Action)(() => JsonSerializer.Deserialize<PriceWaterfall>(json.Replace(part, wrong, StringComparison.Ordinal))))
            .Should().Throw<InvalidModelException>().Which.Faults.Should().Contain(fault => fault.Path == path);
    }
}
