using KeyAccount.Core.Grading;

namespace KeyAccount.Core.Tests.Grading;

[Trait("Frameworks", "all")]
public class ParetoIntegerFormTests
{
    [Fact]
    public void Tiers_come_back_in_the_order_given()
    {
        var tiers = new byte[4];
        Pareto.Grade([4, 50, -7, 46], tiers);
        tiers.Should().Equal(3, 1, 3, 1);
    }

    [Fact]
    public void The_amounts_are_left_as_they_are()
    {
        long[] amounts = [1, 3, 2];
        Pareto.Grade(amounts, new byte[3]);
        amounts.Should().Equal(1, 3, 2);
    }

    [Fact]
    public void No_accounts_have_no_tiers()
    {
        var grade = () => Pareto.Grade([], []);
        grade.Should().NotThrow();
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(2, 3)]
    [InlineData(0, 1)]
    public void Room_for_another_number_of_tiers_is_refused(int accounts, int room)
    {
        var grade = () => Pareto.Grade(new long[accounts], new byte[room]);
        grade.Should().Throw<ArgumentException>().WithParameterName("tierValues")
            .WithMessage($"tierValues has room for {room} accounts; it must have room for exactly {accounts}*");
    }

    [Fact]
    public void An_undefined_rule_is_refused()
    {
        var grade = () => Pareto.Grade([1], new byte[1], rule: (ParetoRule)3);
        grade.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("rule")
            .WithMessage("rule is 3; it must be one of Crossing, Inclusive, HeadCount.*");
    }
}
