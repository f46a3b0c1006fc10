using KeyAccount.Core.LifetimeValue;

namespace KeyAccount.Core.Tests.LifetimeValue;

public class NormTests
{
    [Fact]
    public void Three_and_a_half_years_are_a_retention_of_five_sevenths()
    {
        CustomerLifetimeProfit.YearsOf(CustomerLifetimeProfit.RetentionOf(3.5m))!.Value.Should().BeApproximately(3.5m, 1e-20m);
        CustomerLifetimeProfit.YearsOf(0).Should().Be(1);
        CustomerLifetimeProfit.YearsOf(1).Should().BeNull();
        FluentActions.Invoking(() => CustomerLifetimeProfit.YearsOf(1.01m)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => CustomerLifetimeProfit.YearsOf(-0.01m)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Four_times_the_value_of_the_others_is_what_the_source_states()
    {
        CustomerLifetimeProfit.ValueMultipleOf([400, 600], [100, 150])!.Value.Should().Be(CustomerLifetimeProfit.KeyAccountValueMultiple);
        CustomerLifetimeProfit.ValueMultipleOf([], [1]).Should().BeNull();
        CustomerLifetimeProfit.ValueMultipleOf([1], [0]).Should().BeNull();
        CustomerLifetimeProfit.ValueMultipleOf([1], [-1]).Should().BeNull();
    }

    [Fact]
    public void Each_norm_has_its_sentence() => Core.Reviews.ModelCatalog.All.SelectMany(model => model.Defaults)
        .Where(each => each.Provenance?.Reference.Contains('“', StringComparison.Ordinal) == true)
        .Select(each => each.Provenance!.Reference.Split('“')[1].TrimEnd('”')).Distinct().Should().BeEquivalentTo(
            "平均6-8个决策人参与购买过程", "销售周期平均90-180天", "3-5家竞争对手同时争夺", "大客户的平均合作周期为3.5年", "大客户价值是普通客户的4倍",
            "头部20%,贡献80%收入");
}
