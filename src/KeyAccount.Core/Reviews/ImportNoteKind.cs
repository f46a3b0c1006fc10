using System.Text.Json.Serialization;

namespace KeyAccount.Core.Reviews;

/// <summary>What an import tells.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImportNoteKind>))]
public enum ImportNoteKind
{
    /// <summary>A value or a row that cannot be used.</summary>
    Fault,

    /// <summary>A value that is none of those that its column can have.</summary>
    OutsideList,

    /// <summary>An account that a row names and that is not among the accounts; the row is left over.</summary>
    UnknownAccount,

    /// <summary>A person, a deal, a quote or a complaint that a row belongs to and that its account does not have; the row is left
    /// over.</summary>
    UnknownItem,

    /// <summary>A row that says nothing that an earlier one has not said.</summary>
    Repeated,

    /// <summary>Accounts whose names look alike.</summary>
    AlikeAccounts,

    /// <summary>People of one account whose names look alike.</summary>
    AlikePeople,

    /// <summary>An account that is new in the portfolio that is updated.</summary>
    NewAccount,

    /// <summary>A value of the portfolio that is updated that has become another one.</summary>
    Change,
}
