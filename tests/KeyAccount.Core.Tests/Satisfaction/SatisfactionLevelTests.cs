using KeyAccount.Core.Satisfaction;

namespace KeyAccount.Core.Tests.Satisfaction;

public class SatisfactionLevelTests
{
    [Fact]
    public void Satisfaction_rises_from_low_to_high()
    {
        SatisfactionLevel.InOrder.Should().Equal(SatisfactionLevel.Low, SatisfactionLevel.Medium, SatisfactionLevel.High);
        SatisfactionLevel.High.IsAtLeast(SatisfactionLevel.Medium).Should().BeTrue();
        SatisfactionLevel.Low.IsAtLeast(SatisfactionLevel.Medium).Should().BeFalse();
    }
}
