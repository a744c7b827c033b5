package io.provenant.network.bench;

import java.nio.charset.StandardCharsets;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Default;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.hyperledger.fabric.shim.ChaincodeException;
import org.json.JSONObject;

/**
 * The plainest useful chaincode, of the kind that everybody starts with: an asset with an owner as one JSON value, on the
 * SDK's contract classes. Creating one reads its key and writes it.
 */
@Contract(name = "basic")
@Default
public final class PlainAssets implements ContractInterface {

    /** Creates an asset that is not there yet; gives it as it is kept. */
    @Transaction(name = "CreateAsset", intent = Transaction.TYPE.SUBMIT)
    public String createAsset(Context context, String id, String color, int size, String owner, int appraisedValue) {
        if (context.getStub().getState(id).length > 0) {
            throw new ChaincodeException("the asset " + id + " already exists");
        }
        String asset = new JSONObject()
                .put("ID", id)
                .put("Color", color)
                .put("Size", size)
                .put("Owner", owner)
                .put("AppraisedValue", appraisedValue)
                .toString();
        context.getStub().putState(id, asset.getBytes(StandardCharsets.UTF_8));
        return asset;
    }
}
