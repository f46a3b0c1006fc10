using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>The owner of an action on our side.</summary>
/// <remarks>LibraryDefault: the source documents describe the customer's roles, but name none of ours beyond the salesperson and the
/// leaders.</remarks>
[JsonConverter(typeof(TermJsonConverter<ActionOwner>))]
public sealed class ActionOwner : Term<ActionOwner>
{
    /// <summary>The person responsible for the account; value 1.</summary>
    public static readonly ActionOwner KeyAccountManager = new(1);
    /// <summary>The person who leads the salespeople; value 2.</summary>
    public static readonly ActionOwner SalesManager = new(2);
    /// <summary>The leader on our side who represents the account; value 3.</summary>
    public static readonly ActionOwner ExecutiveSponsor = new(3);
    /// <summary>The person responsible for service and complaints; value 4.</summary>
    public static readonly ActionOwner ServiceManager = new(4);
    /// <summary>The person responsible for technology at the customer; value 5.</summary>
    public static readonly ActionOwner TechnicalLead = new(5);

    private ActionOwner(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
