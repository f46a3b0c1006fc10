using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Negotiation;

/// <summary>The phase of a negotiation: its preparation, the three phases of the talks, and the two ways in which it can end.</summary>
/// <remarks>The three phases are 《B2B 大客户开发与管理》's (开场阶段、中场阶段、收场阶段); the preparation is the step 《B2B 大客户开发与管理》 puts before them. Not the
/// three strategies,
/// which are <see cref="NegotiationStrategy"/>.</remarks>
[JsonConverter(typeof(TermJsonConverter<NegotiationPhase>))]
public sealed class NegotiationPhase : Term<NegotiationPhase>
{
    /// <summary>Goals and fall-back are set before anybody talks; value 1.</summary>
    public static readonly NegotiationPhase Preparation = new(1);
    /// <summary>Both sides state where they begin; value 2.</summary>
    public static readonly NegotiationPhase Opening = new(2);
    /// <summary>Concessions are exchanged; value 3.</summary>
    public static readonly NegotiationPhase Middle = new(3);
    /// <summary>The last differences are settled; value 4.</summary>
    public static readonly NegotiationPhase Closing = new(4);
    /// <summary>Ended: one side has accepted what the other offered; value 5.</summary>
    public static readonly NegotiationPhase Agreed = new(5);
    /// <summary>Ended: one side prefers its alternative; value 6.</summary>
    public static readonly NegotiationPhase WalkedAway = new(6);

    private NegotiationPhase(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
